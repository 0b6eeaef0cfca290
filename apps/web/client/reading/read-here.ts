import { coreReader, type Reader } from "@crux/room/client";

/** Core's reader in the page itself; a file of its own, so that a page brings the parser only when it comes to that. */
export const pagesOwn: Reader = coreReader;
