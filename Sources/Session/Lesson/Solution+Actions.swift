import Experiments

extension LessonStep.Solution {
  /// What it turns over and does by keys, in order.
  public var actions: [LearningSession.Action] {
    flips.map { .settling(.flip(unit: $0)) } + deeds.map(\.action)
  }
}

extension LessonStep.Deed {
  fileprivate var action: LearningSession.Action {
    switch self {
    case .unseal: .unseal
    case .restart: .restart(newWeights: false)
    case .disturb: .settling(.disturb)
    case .cover: .settling(.cover)
    case .store: .settling(.store)
    case .forget: .settling(.forget)
    case .heat: .settling(.heat)
    case .trials: .settling(.tryManyTimes)
    }
  }
}
