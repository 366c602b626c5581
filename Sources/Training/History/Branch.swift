import NeuralNetwork

/// One course that training took: from where it parted from another, with what differs, to its tip.
public struct Branch: Identifiable, Sendable {
  public let id: Int
  /// The branch it parted from; nil for the first.
  public let parent: Int?
  /// What made it part: the change in words.
  public let name: String
  /// The clock at which it parted.
  public let fork: Int
  /// How far it has gone.
  public internal(set) var tip: Tip
  /// How its cost went, from the beginning on.
  public internal(set) var loss: LossHistory

  /// Every edit since the beginning, the ancestors' before the fork included.
  var edits: [LoggedEdit]
  /// The clock at which its curve begins: where a trainer took over last, or the beginning.
  let curveStart: Int
  /// How many of `edits`, from the first, are no longer known: no keyframe before them is of use.
  var forgotten = 0
  /// How many of `edits` were made before it parted.
  let inherited: Int
  /// Its own, since the fork, in the order of their clocks.
  var keyframes: [Keyframe] = []

  /// Notes what is new at the tip: the cost of each new update's batch, and an epoch's end.
  mutating func advance(to tip: Tip, costs: some RandomAccessCollection<Float>, endsEpoch: Bool) {
    self.tip = tip
    for (update, cost) in zip((tip.updates - costs.count + 1)..., costs) { loss.append(batch: cost, at: update) }
    if endsEpoch { loss.endEpoch(at: tip.updates) }
  }

  /// The end of a branch.
  public struct Tip: Hashable, Sendable {
    public var clock: Int
    public var updates: Int
    public var epoch: Int

    init(of trainer: Trainer) {
      clock = trainer.clock
      updates = trainer.updates
      epoch = trainer.epoch
    }
  }
}
