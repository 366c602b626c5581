import Experiments

/// How long to train: `20epochs`, `300updates`.
struct TrainingLength {
  private let count: Int
  private let isEpochs: Bool

  private static let units = ["epochs", "epoch", "updates", "update"]
  /// The most updates: more than any picture needs.
  private static let most = 1_000_000_000

  init(_ text: String, option: String) throws(Mistake) {
    let unit = Self.units.first { text.hasSuffix($0) }
    let number = text.dropLast(unit?.count ?? 0).filter { $0 != " " }
    guard let unit, let count = Int(number), (0...Self.most).contains(count) else {
      throw Mistake(
        .impossible(expected: "a length such as 20epochs or 300updates", found: "\"\(text)\""), at: .option(option))
    }
    (self.count, isEpochs) = (count, unit.hasPrefix("epoch"))
  }

  /// The length in updates, where so many make an epoch.
  func updates(ofEpochs updatesPerEpoch: Int) -> Int { isEpochs ? count * updatesPerEpoch : count }
}
