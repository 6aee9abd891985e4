// TimeMap shows our events with this; see the README here.
const day = 1440;

export default {
  title: "qantar",
  display_title: "January 2022 in Kazakhstan",
  SERVER_ROOT: "",
  EVENTS_EXT: "/events.json",
  SOURCES_EXT: "/sources.json",
  ASSOCIATIONS_EXT: "/associations.json",
  DATE_FMT: "M/D/YYYY",
  TIME_FMT: "HH:mm",
  store: {
    app: {
      map: { anchor: [48, 67], startZoom: 5, minZoom: 4, maxZoom: 18 },
      cluster: { radius: 50, minZoom: 4, maxZoom: 12 },
      timeline: {
        dimensions: { height: 90, contentHeight: 90 },
        zoomLevels: [
          { label: "2 weeks", duration: 14 * day },
          { label: "1 month", duration: 31 * day },
        ],
        range: {
          initial: ["2022-01-01T00:00:00.000Z", "2022-01-31T23:59:59.999Z"],
          initialDaysShown: 31,
          limits: { lower: "2021-12-01T00:00:00.000Z", upper: "2022-12-31T23:59:59.999Z" },
        },
      },
      flags: { isInfopopup: false, isCover: false },
      toolbar: { panels: { categories: {} } },
    },
    ui: {
      card: { layout: { template: "sourced" } },
      // No tiles: nothing comes from outside, and what is not there is not waited for.
      tiles: {
        current: "https://tiles.invalid/{z}/{y}/{x}",
        default: "https://tiles.invalid/{z}/{y}/{x}",
        satellite: "https://tiles.invalid/{z}/{y}/{x}",
      },
      coloring: {
        mode: "STATIC",
        maxNumOfColors: 9,
        defaultColor: "#dfdfdf",
        colors: ["#7E57C2", "#F57C00", "#FFEB3B", "#D34F73", "#08B2E3", "#A1887F", "#90A4AE", "#E57373", "#80CBC4"],
      },
    },
    features: {
      COLOR_BY_ASSOCIATION: true,
      USE_ASSOCIATIONS: true,
      USE_SOURCES: true,
      USE_COVER: false,
      CUSTOM_EVENT_FIELDS: [],
    },
  },
};
