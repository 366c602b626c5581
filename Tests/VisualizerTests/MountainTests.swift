import ErrorSurfaces
import Experiments

import Screen
import Testing

@testable import Plots
@testable import Session
@testable import Visualizer

/// The error surface as a mountain.
struct MountainTests {
  private func state(_ demo: String, _ width: Int = 120, _ height: Int = 40, depth: ColorDepth = .full) throws -> State
  {
    let opened = try Experiment.open(source: demo)
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: depth, glyphs: .quadrants), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    state.perform(.focus(.surface))
    state.zoomed = .surface
    for _ in 0..<2 {
      guard let request = state.wantedSurface else { break }
      state.perform(.session(.surface(.computed(SurfaceOutcome(computing: request, threads: 1)))))
    }
    return state
  }

  private func picture(_ state: State) -> Frame {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame
  }

  @Test func theKeyGoesThroughChartMountainAndBoth() throws {
    var state = try state("race")
    let shapes = (0..<4).map { _ in
      defer { state.perform(.nextSurfaceShape) }
      return state.surface.shape
    }
    #expect(shapes == [.chart, .mountain, .both, .chart])
    var narrow = try self.state("race", 60, 24)
    narrow.perform(.nextSurfaceShape)
    narrow.perform(.nextSurfaceShape)
    #expect(narrow.surface.shape == .chart)
  }

  @Test func arrowsTurnTheMountainAndHomeTurnsItBack() throws {
    var state = try state("race")
    let chart = state.surface
    state.perform(.move(.left))
    #expect(state.surface == chart)
    state.perform(.nextSurfaceShape)
    let first = picture(state)
    for direction in [Action.Direction.left, .right, .up, .down, .pageUp, .pageDown] {
      state.perform(.move(.home))
      state.perform(.move(direction))
      #expect(picture(state) != first, "\(direction)")
    }
    state.perform(.move(.home))
    #expect(picture(state) == first)
  }

  /// Dragged across and back a mountain stands as before; the wheel comes nearer; a drag that began elsewhere turns nothing at once.
  @Test(arguments: [Panel.surface, .map]) func theMouseHoldsTheMountain(panel: Panel) throws {
    var state = try state(panel == .map ? "circle" : "race")
    state.perform(.focus(panel))
    state.zoomed = panel
    state.perform(.nextSurfaceShape)
    let (x, y) = (state.width / 2, state.height / 2)
    func mouse(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int) { state.perform(.mouse(MouseEvent(kind, x: x, y: y))) }
    var camera: Camera? { panel == .map ? state.map.camera : state.surface.camera }
    let (first, start) = (try #require(camera), picture(state))
    mouse(.drag, x + 9, y)
    #expect(camera == first)
    mouse(.release, x, y)
    mouse(.press, x, y)
    mouse(.drag, x + 3, y)
    let turned = try #require(camera)
    #expect(turned.yaw == first.yaw + 9 && turned.pitch == first.pitch && picture(state) != start)
    mouse(.drag, x + 3, y + 2)
    #expect(camera?.pitch == first.pitch + 10)
    mouse(.drag, x, y)
    mouse(.release, x, y)
    #expect(camera == first && picture(state) == start && state.zoomed == panel)
    // Let go of beside it, it is held no longer: a drag from elsewhere does not turn it by a leap.
    mouse(.press, x + 1, y)
    mouse(.release, 0, state.height - 1)
    mouse(.drag, x + 9, y)
    #expect(camera == first)
    mouse(.release, x + 9, y)
    mouse(.wheelUp, x, y)
    #expect(camera!.zoom > first.zoom)
    mouse(.wheelDown, x, y)
    #expect(camera == first)
  }

  /// On a place near the eye the mouse draws it along: what is dragged to the right goes to the right.
  @Test func whatIsNearGoesAlong() throws {
    var camera = Camera()
    var grip: Frame.Position?
    let near = SIMD3<Float>(0, -1, 0)
    func column() -> Float { Projection(camera, width: 100, height: 100, pixelAspect: 1).seen(near).x }
    let before = column()
    camera.turn(MouseEvent(.press, x: 10, y: 10), heldAt: &grip)
    camera.turn(MouseEvent(.drag, x: 14, y: 10), heldAt: &grip)
    #expect(column() > before)
  }

  /// Nothing is invented: the mountain is the chart's grid on the chart's scale, and what fog hides is hidden.
  @Test(arguments: ["race", "fog", "bowl", "two-wells"]) func theMountainIsTheChartsGrid(demo: String) throws {
    var state = try state(demo)
    state.perform(.nextSurfaceShape)
    let session = try #require(state.session)
    let view = state.surfaceView(session)
    let result = try #require(session.scene.result)
    let picture = SurfacePicture(result: result, view: view)
    let region = Region(x: 0, y: 0, width: 80, height: 24)
    let (field, map) = (picture.mountain(in: region), picture.heatMap(in: region))
    #expect(field.scale == map.scale && field.xRange == map.xRange && field.yRange == map.yRange)
    #expect(field.contours == map.contours)
    #expect(field.walkers.count == picture.walkers.count + picture.landmarks.count + picture.ends.count)
    for (index, cost) in map.grid.values.enumerated() {
      if field.lit?[index] ?? true, cost.isFinite {
        #expect(field.grid.values[index] == cost)
      } else {
        #expect(!cost.isFinite)
      }
    }
  }

  private func learned(_ demo: String, sets: [String] = [], _ width: Int = 100, _ height: Int = 40) throws -> State {
    let opened = try Experiment.open(source: demo, sets: sets)
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .full, glyphs: .quadrants), demos: [])
    state.perform(.opened(opened.experiment, opened.dataset))
    for _ in 0..<20 { state.perform(.session(.train(updates: 20))) }
    if state.isRunning { state.perform(.session(.toggleRun)) }
    state.perform(.focus(.map))
    state.zoomed = .map
    return state
  }

  /// The key makes a mountain of a focused map, the arrows turn it, and the surface's own shape stays.
  @Test(arguments: ["plane", "gauss", "xor", "circle"]) func aMapOfTwoInputsIsAMountainToo(demo: String) throws {
    var state = try learned(demo)
    let map = picture(state)
    state.perform(.nextSurfaceShape)
    let mountain = picture(state)
    #expect(mountain != map && state.surface.shape == .chart)
    #expect(mountain.text.contains("x1") && mountain.text.contains("x2"))
    for direction in [Action.Direction.left, .right, .up, .down, .pageUp, .pageDown] {
      state.perform(.move(.home))
      #expect(picture(state) == mountain)
      state.perform(.move(direction))
      #expect(picture(state) != mountain, "\(direction)")
    }
    state.perform(.nextSurfaceShape)
    #expect(picture(state) == map)
    state.perform(.focus(.surface))
    state.perform(.nextSurfaceShape)
    #expect(state.surface.shape == .mountain)
  }

  /// The mountain's heights are the network's outputs now, and each sample stands as high as what is wanted of it.
  @Test(arguments: ["plane", "gauss", "spiral"]) func theMountainOfAMapIsWhatIsLearned(demo: String) throws {
    var state = try learned(demo)
    state.perform(.nextSurfaceShape)
    let view = state.mapView(try #require(state.session))
    let region = Region(x: 0, y: 0, width: 60, height: 24)
    let (field, map) = (view.mountain(of: view.planeMap(region), seenFrom: Camera()), view.planeMap(region))
    #expect(field.grid == map.grid && field.scale == map.scale)
    let data = view.run.trainer.data
    let targets = [data.test.targets, data.training.targets].flatMap { targets in
      (0..<targets.rows).map { view.run.trainer.leaning(targets.row($0)) }
    }
    #expect(field.points.count == map.marks.count && field.points.map(\.value) == targets)
    // What the network answers to a sample is what its map shows there, about as finely as the grid is.
    state.perform(.session(.toggleRun))
    state.perform(.session(.train(updates: 1)))
    let later = state.mapView(try #require(state.session)).planeMap(region)
    #expect(later.grid != map.grid)
  }

  /// Three classes have no height, a curve and a table's predictions no plane: the key is for the surface there.
  @Test(arguments: ["three-arms", "line", "iris"]) func whatHasNoHeightStaysAMap(demo: String) throws {
    var state = try learned(demo)
    state.perform(.nextSurfaceShape)
    #expect(state.map.camera == nil && state.surface.shape == .mountain)
  }

  @Test(arguments: ColorDepth.allCases, [(1, 1), (40, 12), (80, 24), (120, 40), (200, 60)])
  func everySizeAndDepthIsDrawn(depth: ColorDepth, size: (Int, Int)) throws {
    for demo in ["race", "fog"] {
      var state = try state(demo, size.0, size.1, depth: depth)
      for _ in 0..<2 {
        state.perform(.nextSurfaceShape)
        #expect(picture(state).cells.contains { $0.scalar != " " || $0.style.background != .standard })
      }
    }
  }
}
