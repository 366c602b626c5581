import Experiments

extension LessonStep.Deed {
  /// What the key does to a session.
  public var action: LearningSession.Action {
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
