/** Stands for Node's `Buffer` in a browser, where nothing asks for it. */
export const Buffer = undefined;
