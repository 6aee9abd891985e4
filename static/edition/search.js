export function searchPage() {}
