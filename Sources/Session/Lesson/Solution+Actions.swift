import ErrorSurfaces
import Experiments
import NeuralNetwork
import Training

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

extension LessonStep.Solution {
  /// The changes of settings, which come first: all else is done to the network that they make.
  public var settings: [LearningSession.Action] {
    changes.compactMap { change in Setting(key: change.key).map { .set($0, to: change.value) } }
  }

  /// What is done before the run: weights typed, a sample looked at, units turned over, and the way to a place of a surface that
  /// has been computed: on foot in fog, else the ball is put there.
  public func steps(in session: LearningSession) -> [LearningSession.Action] {
    let layout = session.run.history.process.point.layout
    let typed: [LearningSession.Action] = weights.compactMap { weight in
      ParameterName(weight.name).flatMap { layout.index(of: $0) }.map { .setParameter(index: $0, to: weight.value) }
    }
    let looked = sample.map { [LearningSession.Action.look(.row($0))] } ?? []
    return typed + looked + flips.map { .settling(.flip(unit: $0)) } + way(in: session.scene)
  }

  private func way(in scene: SurfaceScene) -> [LearningSession.Action] {
    guard let place else { return [] }
    if let fog = scene.fog { return fog.way(toA: place[0], b: place[1]).map { .surface(.move($0)) } }
    return [.surface(.point(at: SurfaceScene.Place(a: place[0], b: place[1]))), .surface(.enter)]
  }

  /// The updates of its run; 0 where it has none.
  public func updates(in session: LearningSession) -> Int {
    switch run {
    case .updates(let count): count
    case .epochs(let count), .until(_, let count):
      count * (session.scene.ownsSteps ? 1 : session.run.history.process.cadence.updatesPerEpoch)
    case nil: 0
    }
  }

  /// What is done by keys after the run.
  public var endings: [LearningSession.Action] { deeds.map(\.action) }
}
