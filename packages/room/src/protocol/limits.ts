/** Bounds on what one client may send and one room may hold. Sizes are in bytes unless the name says otherwise. */
export const limits = {
  /** One message of any kind; the transport closes the connection beyond it. */
  message: 256 * 1024,
  /** One scenario update, also the one that brings home what was done offline. */
  update: 200 * 1024,
  /** Structs, and ranges of deletions, in one update. */
  structs: 20_000,
  deletions: 20_000,
  /** Clients named in one update: the person's tabs and offline visits. */
  clientsPerUpdate: 64,
  /** Everything in the document, tombstones included. */
  document: 4 * 1024 * 1024,
  /** Items walked to see that two origins are in order. */
  walk: 20_000,
  /** Levels of types inside each other; the scenario needs three. */
  depth: 6,
  /** A Yjs clock, and the client ids leased to one person over the life of a room. */
  clock: 2 ** 31,
  leasesPerPerson: 5_000,
  /** Client ids that a device keeps for work offline. */
  spareIds: 4,
  /** People that a room remembers, and connections it serves at once. */
  people: 2_000,
  connections: 500,
  /** Devices and tabs of one person that sent commands; the oldest is forgotten first. */
  streamsPerPerson: 200,
  /** Characters of what people write about the scenario. */
  objectionText: 2_000,
  reasonText: 500,
  labelText: 120,
  claimText: 1_000,
  groupName: 60,
  /** Ids and formulas in an anchor, and the snapshot of what it points at. */
  anchorText: 4_000,
  /** Readings of one objection, edits of one patch. */
  readings: 4,
  edits: 50,
  /** Weight (characters, about) of one patch and of the winner map in a stamp; levels inside each other in them. */
  patch: 8_000,
  stampMap: 16_000,
  commandDepth: 14,
  /** How deep replies go. */
  threadDepth: 12,
  /** Things in one room, and of one person in it. */
  objections: 1_000,
  objectionsPerPerson: 200,
  claims: 200,
  claimsPerPerson: 30,
  overlays: 500,
  members: 100,
  reactions: 5_000,
  reactionsPerPerson: 200,
  endorsements: 5_000,
  endorsementsPerPerson: 200,
  credencesPerPerson: 60,
  /** Phases of an agenda, phases that a record keeps; characters of a phase's name. */
  phases: 20,
  pastPhases: 200,
  phaseName: 60,
  /** Locked rows. */
  locks: 1_000,
  /** Polls of a room, options of one, characters of a question and of an answer in words. */
  polls: 100,
  pollOptions: 12,
  questionText: 300,
  answerText: 60,
  /** Things on which one person says that they are lost; glosses and checkpoints of a room. */
  lostPerPerson: 50,
  glosses: 200,
  glossText: 500,
  checkpoints: 200,
  checkpointName: 80,
  /** Entries of a log that is walked through to look back, and moments that one request looks at. */
  walkedEntries: 200_000,
  lookedAt: 24,
  historyPage: 500,
  /** A whole room as a file: characters, entries, and characters of one event in it. */
  roomFile: 16 * 1024 * 1024,
  fileEntries: 100_000,
  commandSize: 256 * 1024,
  /** Hidden things, and notes of the moderation record. */
  hidden: 1_000,
  notes: 1_000,
  /** Weight of all objections, overlays and claims of a room together. */
  debate: 2 * 1024 * 1024,
} as const;
