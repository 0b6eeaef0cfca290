import { scenarioMarkdown } from "@crux/present";

// A door of its own, so that it is loaded when it is needed.
export { scenarioMarkdown };
