import Training

/// How far one step goes.
public enum Granularity: Int, CaseIterable, Comparable, Sendable {
  case layer, sample, update, epoch

  public static func < (a: Granularity, b: Granularity) -> Bool { a.rawValue < b.rawValue }

  public var name: String {
    switch self {
    case .layer: "layer"
    case .sample: "sample"
    case .update: "update"
    case .epoch: "epoch"
    }
  }

  /// Whether a trainer stands at the end of a step that began in `epoch` at `updates`.
  func ends(_ trainer: Trainer, since epoch: Int, _ updates: Int) -> Bool {
    switch self {
    case .layer: true
    case .sample, .update: trainer.phase == .input
    case .epoch: trainer.epoch > epoch
    }
  }
}
