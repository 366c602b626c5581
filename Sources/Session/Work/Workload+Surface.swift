import ErrorSurfaces
import NeuralNetwork
import Training

/// What those who walk on a network's surface take; on a test function it is next to nothing.
extension Workload {
  /// The multiply-adds of what is done on the surface.
  func work(onSurface action: SurfaceScene.Action) -> Int {
    switch action {
    case .enter: workOfChange
    case .toggleRace, .toggleFog: session.scene.function == nil ? workOfMeasuring : 0
    case .move: session.scene.fog == nil || session.scene.function != nil ? 0 : workOfMeasuring
    case .changeAxes, .markWeights, .point, .dropCursor, .zoom, .showWhole, .computed, .progress, .pace: 0
    }
  }

  /// The multiply-adds of some steps of who is on the surface, who are measured then.
  func work(ofSurfaceSteps steps: Int) -> Int {
    min(Self.product(workOfSurfaceStep, steps) + workOfStandings, .max / 4)
  }

  /// A race goes back from its beginning.
  var workOfSurfaceReplay: Int { work(ofSurfaceSteps: session.scene.steps ?? 0) }

  /// Every racer trains as the run does, by an optimizer of its own.
  var workOfSurfaceStep: Int {
    guard session.scene.function == nil else { return 0 }
    let racers = session.scene.race?.racers.map(\.entrant.optimizer.passesPerUpdate) ?? [1]
    return racers.reduce(0) { $0 + $1 * run.history.process.effortPerStep }
  }

  /// Every racer is measured on the training part.
  var workOfStandings: Int {
    guard session.scene.function == nil else { return 0 }
    return workOfMeasuring * (session.scene.race?.racers.count ?? 1)
  }
}

extension Optimizer.Kind {
  /// About how many passes an update takes beside the one that every rule makes.
  var passesPerUpdate: Int {
    switch need {
    case .gradientElsewhere: 12
    case .cost: 3
    case .gradient: 1
    }
  }
}
