import ErrorSurfaces
import Plots
import Session

/// The error surface, in words.
extension PlainRun {
  mutating func walk(_ way: FogWalk.Direction, times: Int) throws {
    guard session.scene.fog != nil else {
      return try say("there is no fog to walk in; fog sinks it, surface tells more.")
    }
    for _ in 0..<min(times, 1000) where session.scene.fog?.isLifted == false { try act(.surface(.move(way))) }
    try tellSurface()
  }

  mutating func measureSlope() throws {
    guard session.scene.fog != nil else { return try say("the slope is measured in fog; why tells a weight's.") }
    try act(.surface(.enter))
    try tellSurface()
  }

  /// Puts the ball of a test function, or the weights, at a place.
  mutating func place(_ a: Float, _ b: Float) throws {
    guard session.scene.fog == nil else { return try say("in fog you walk: walk left 3.") }
    headless.computeSurface()
    guard session.scene.result != nil else { return try say("there is no surface here.") }
    try act(.surface(.point(at: SurfaceScene.Place(a: a, b: b))))
    try act(.surface(.enter))
    try report()
  }

  mutating func race() throws {
    try act(.surface(.toggleRace))
    try report()
  }

  mutating func fog() throws {
    if session.scene.fog == nil { headless.computeSurface() }
    guard session.scene.fog != nil || session.scene.result != nil else { return try say("there is no surface here.") }
    try act(.surface(.toggleFog))
    try tellSurface()
  }

  /// Where who walks on it stands; without fog where it is high and low.
  mutating func tellSurface() throws {
    if let fog = session.scene.fog { return try tell(fog) }
    headless.computeSurface()
    guard let result = session.scene.result, let range = result.grid.range else {
      return try say("there is no surface here.")
    }
    let (grid, window) = (result.grid, result.grid.window)
    let places = (0..<grid.height).flatMap { row in (0..<grid.width).map { ($0, row) } }
    let lowest = places.filter { grid[$0.0, $0.1].isFinite }.min { grid[$0.0, $0.1] < grid[$1.0, $1.1] }
    try say(
      "Surface \(session.scene.axes.words): across from \(number(window.a.lowerBound)) to \(number(window.a.upperBound)), "
        + "up from \(number(window.b.lowerBound)) to \(number(window.b.upperBound)); cost from "
        + "\(NumberFormat.reading.string(range.lowerBound)) to \(NumberFormat.reading.string(range.upperBound)).")
    if let (column, row) = lowest { try say("Lowest near \(number(grid.a(column))), \(number(grid.b(row))).") }
    try report()
  }

  private func tell(_ fog: FogWalk) throws {
    let place = fog.place
    try say(
      "You stand at \(number(place.a)), \(number(place.b)), cost \(NumberFormat.reading.string(place.cost)), "
        + "\(fog.steps) steps from \(number(fog.trail[0].a)), \(number(fog.trail[0].b)).")
    if let slope = fog.slope {
      try say("The cost rises by \(number(slope.a)) to the right, by \(number(slope.b)) up.")
    }
    switch fog.end {
    case .minimum: try say("The fog has lifted: no lower ground is near.")
    case .gaveUp: try say("The fog has lifted.")
    case nil: break
    }
  }

  private func number(_ value: Float) -> String { NumberFormat.reading.string(Double(value)) }
}
