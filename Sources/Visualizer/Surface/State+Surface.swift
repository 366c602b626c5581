import ErrorSurfaces
import NeuralNetwork
import Plots
import Screen

extension State {
  /// The surface that the loop is to have computed, or nil where the panel is not seen or shows it already.
  public var wantedSurface: SurfaceRequest? {
    guard let run, let region = surfaceRegion else { return nil }
    let size = SurfaceLayout(region, racers: surface.tableRows).gridSize(live: isRunning ? surface.livePoints : nil)
    let request = surface.request(run, width: size.width, height: size.height)
    return request == surface.outcome?.request && surface.outcome?.isFinal == true ? nil : request
  }

  /// The inside of the surface's panel, where it is seen.
  private var surfaceRegion: Region? {
    layout.slots.first { $0.front == .surface }.map { $0.region.inset(by: 1, 1) }
  }

  /// Takes in a computed surface, unless something else is wanted by now.
  mutating func take(_ outcome: SurfaceOutcome) {
    guard outcome.request.generation == surface.generation else { return }
    surface.take(outcome)
  }

  /// The next or previous kind of plane, the test functions after the network's own.
  mutating func changeAxes(by step: Int) {
    guard let run else { return }
    var all = [SurfaceAxes.random, .parameters(.weight(layer: 0, unit: 0, input: 0), .bias(layer: 0, unit: 0))]
    all += [.path, .curvature, .barrier] + TestFunction.allCases.map { .function($0) }
    if let chosen = chosenParameters { all[1] = chosen }
    if case .parameters = surface.axes { all[1] = surface.axes }
    surface.show(follower(of: surface.axes, in: all, by: step), run)
    notice = Notice(text: "surface: \(surface.axes.words)", isWarning: false)
  }

  /// The selected weight (or the selected unit's first) over its unit's bias.
  private var chosenParameters: SurfaceAxes? {
    guard let selection, selection.layer >= 0 else { return nil }
    let (layer, unit) = (selection.layer, selection.unit)
    return .parameters(.weight(layer: layer, unit: unit, input: selection.input ?? 0), .bias(layer: layer, unit: unit))
  }

  /// Marks the present weights as the beginning of a barrier.
  mutating func markWeights() {
    guard let run else { return }
    surface.mark = run.trainer.network.parameters
    if surface.axes == .barrier { surface.renew() }
    notice = Notice(text: "marked: the barrier plane now begins at these weights", isWarning: false)
  }
}

// MARK: Race and fog

extension State {
  /// Starts a race of six optimizers from the present place, or ends it.
  mutating func toggleRace() {
    guard let run else { return }
    let wasRacing = surface.isRacing
    surface.leaveRaceAndFog()
    if !wasRacing {
      surface.startRace(run)
      focus(on: .surface)
    } else if let axes = surface.axesBeforeRace {
      surface.show(axes, run)
    } else if let function = surface.function {
      surface.place(on: function, function.start, run)
    }
    surface.renew(keepsPicture: surface.function != nil)
    notice = Notice(text: wasRacing ? "race ended" : "race: six optimizers, the same start", isWarning: false)
  }

  /// Sinks the surface in fog, or lifts it.
  mutating func toggleFog() {
    guard surface.fog == nil else { return liftFog() }
    isRunning = false
    surface.sinkInFog()
    guard surface.fog != nil else { return warn("the surface is not ready yet") }
    focus(on: .surface)
    notice = Notice(text: "fog: steer with the arrows, Enter measures the slope, n follows it", isWarning: false)
  }

  /// Gives up, or leaves the surface when the fog has lifted.
  private mutating func liftFog() {
    guard let run, surface.fog?.isLifted == true else {
      surface.fog?.giveUp()
      return
    }
    surface.leaveRaceAndFog()
    if let function = surface.function { surface.place(on: function, function.start, run) }
  }

  /// Everyone back to the start.
  mutating func restartRace() {
    surface.race?.restart()
    notice = Notice(text: "again from the same start", isWarning: false)
  }

  mutating func stepSurfaceBack() { surface.race?.stepBack() }

  /// Steps of the racers, or of the slope in fog.
  mutating func stepSurface(_ count: Int) {
    if surface.fog != nil {
      surface.fog?.followSlope()
      if surface.fog?.isLifted == true { isRunning = false }
    } else {
      for _ in 0..<count { surface.race?.step() }
      surface.race?.measure()
    }
  }

}

extension SurfaceAxes {
  /// The plane in words, for the panel's title.
  var words: String {
    switch self {
    case .random: "random directions"
    case .path: "path"
    case .curvature: "slope and curvature"
    case .barrier: "barrier"
    case .parameters: "two parameters"
    case .function(let function): function.rawValue
    }
  }
}
