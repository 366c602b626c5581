/// One course that a process took: from where it parted from another, with what differs, to its tip.
public struct Branch: Identifiable, Sendable {
  /// The branch's number in its history, from 0, in the order in which they parted.
  public let id: Int
  /// The branch it parted from; nil for the first.
  public let parent: Int?
  /// What made it part: the change in words.
  public let name: String
  /// The clock at which it parted.
  public let fork: Int
  /// How far it has gone.
  public internal(set) var tip: Tip
  /// Whether the phase after the tip was tried in vain: the process stands still there.
  var isOver = false
  /// How its cost went, from the beginning on.
  public internal(set) var loss: LossHistory
  /// The clock at which its curve begins: where another process took over last or its costs came to mean something else, or the beginning.
  let curveStart: Int
  /// The updates that had been made there.
  var curveUpdates = 0

  /// Notes what is new at the tip: the cost of each new update's batch, and an epoch's end.
  mutating func advance(to tip: Tip, costs: some RandomAccessCollection<Float>) {
    let endsEpoch = tip.epoch != self.tip.epoch
    self.tip = tip
    for (update, cost) in zip((tip.updates - costs.count + 1)..., costs) { loss.append(batch: cost, at: update) }
    if endsEpoch { loss.endEpoch(at: tip.updates) }
  }

  /// The end of a branch.
  public struct Tip: Hashable, Sendable {
    /// The phases performed.
    public var clock: Int
    /// The updates made.
    public var updates: Int
    /// The epochs completed.
    public var epoch: Int

    init(_ counts: ProcessCounts) {
      clock = counts.clock
      updates = counts.updates
      epoch = counts.epoch
    }
  }
}
