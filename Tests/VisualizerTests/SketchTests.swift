import Datasets
import LinearAlgebra
import Plots
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// A picture drawn by hand, and what the network says to it.
struct SketchTests {
  /// Digits, a sheet to draw on being open.
  private func sheet(width: Int = 120, height: Int = 40) throws -> State {
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: [])
    let opened = try Experiment.open(source: "digits")
    state.perform(.opened(opened.experiment, opened.dataset))
    state.perform(.focus(.map))
    state.press(.enter)
    return state
  }

  private func sketch(_ state: State) throws -> Sketch {
    guard case .sketch(let sketch) = state.overlay else { throw Missing() }
    return sketch
  }

  private struct Missing: Error {}

  private func lines(_ state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  @Test func keysInkAndClear() throws {
    var state = try sheet()
    let start = try sketch(state)
    #expect(start.size == Dataset.ImageSize(rows: 8, columns: 8) && start.ink.allSatisfy { $0 == 0 })
    state.press(.character(" "))
    state.press(.right)
    state.press(.up)
    state.press(.enter)
    let inked = try sketch(state).ink
    #expect(inked.indices.filter { inked[$0] == 1 } == [3 * 8 + 5, 4 * 8 + 4])
    state.press(.character(" "))
    #expect(try sketch(state).ink.reduce(0, +) == 1)
    state.press(.character("c"))
    #expect(try sketch(state).ink.reduce(0, +) == 0)
    #expect(state.session?.isRunning == true, "a blank inks and does not halt the run")
    state.press(.escape)
    #expect(state.overlay == nil)
  }

  @Test func theCursorStaysOnTheSheet() throws {
    var state = try sheet()
    for key in [Key.up, .left, .home, .pageUp] { for _ in 0..<20 { state.press(key) } }
    #expect(try sketch(state).cursor == (0, 0))
    for key in [Key.down, .right, .end, .pageDown] { for _ in 0..<20 { state.press(key) } }
    #expect(try sketch(state).cursor == (7, 7))
  }

  /// Each pixel of sheets of several sizes is met by the mouse, and what is met is under the mouse.
  @Test(arguments: [(8, 8), (28, 28), (5, 9), (9, 5), (1, 4), (64, 64)], [(80, 24), (120, 40), (30, 10)])
  func theMouseMeetsEveryPixel(_ size: (Int, Int), _ screen: (Int, Int)) {
    let region = Region(x: 0, y: 0, width: screen.0, height: screen.1)
    var sketch = Sketch(Dataset.ImageSize(rows: size.0, columns: size.1))
    let picture = sketch.places(on: region).picture
    #expect(region.contains(x: picture.x, y: picture.y) && region.contains(x: picture.maxX, y: picture.maxY))
    for y in picture.y...picture.maxY { for x in picture.x...picture.maxX { sketch.paint(atX: x, y: y, on: region) } }
    #expect(sketch.ink.allSatisfy { $0 == 1 })
    let whole = sketch
    for (x, y) in [(picture.x - 1, picture.y), (picture.x, picture.maxY + 1)] { sketch.paint(atX: x, y: y, on: region) }
    #expect(sketch == whole)
  }

  @Test func aDragDraws() throws {
    var state = try sheet()
    let picture = try sketch(state).places(on: Region(x: 0, y: 0, width: 120, height: 40)).picture
    state.perform(.mouse(MouseEvent(.press, x: picture.x, y: picture.y)))
    for step in 1..<8 { state.perform(.mouse(MouseEvent(.drag, x: picture.x, y: picture.y + step))) }
    let ink = try sketch(state).ink
    #expect(ink.indices.filter { ink[$0] == 1 } == (0..<8).map { $0 * 8 })
  }

  /// What is drawn goes through the network as any sample does, scaled in the same way.
  @Test func aSampleThatIsDrawnIsAnsweredAsTheSample() throws {
    let state = try sheet()
    let run = try #require(state.run)
    let range = PixelRange(of: run)
    #expect(range.low == 0 && range.high == 16)
    for row in [0, 7, 30] {
      let original = run.trainer.data.trainingRows[row]
      let drawn = Sketch(
        run.dataset.imageSize!,
        ink: run.dataset.inputs.row(original).map { ($0 - range.low) / (range.high - range.low) })
      let pixels = Matrix(rows: 1, columns: 64, elements: drawn.pixels(in: range))
      let own = Matrix(rows: 1, columns: 64, elements: Array(run.trainer.data.training.inputs.row(row)))
      #expect(run.outputs(for: pixels).elements == run.trainer.network.outputs(for: own).elements)
    }
    #expect(lines(state).contains("it is: "))
  }

  @Test func whatIsNoPictureIsNotDrawn() {
    var state = State.spiral()
    state.perform(.sketch)
    #expect(state.overlay == nil && state.notice != nil)
  }

  @Test(arguments: [(80, 24), (120, 40), (200, 60), (20, 8), (1, 1)])
  func isDrawnAtEverySize(_ width: Int, _ height: Int) throws {
    let text = lines(try sheet(width: width, height: height))
    if height >= 24 { for digit in 0...9 { #expect(text.contains("\(digit) ")) } }
  }

  // What units see.

  @Test func aUnitOfEachLayerShowsWhatItSees() throws {
    var state = try sheet()
    state.press(.escape)
    state.perform(.session(.train(updates: 40)))
    for (layer, name) in [(0, "h"), (1, "3")] {
      state.selection = Selection(layer: layer, unit: 3)
      let text = lines(state)
      #expect(text.contains("sees") && text.contains("excites it most"), "layer \(layer) \(name)")
    }
    // A unit that is dead answers the same to all.
    state.perform(.session(.set(.activation, to: "linear")))
    for index in 0..<65 { state.kill(index, unit: 2) }
    state.selection = Selection(layer: 0, unit: 2)
    let text = lines(state)
    #expect(text.contains("it answers 0 to all samples") && text.contains("its gradient is 0"))
    state.selection = nil
    #expect(lines(state).contains("predictions"))
  }
}

extension State {
  /// Makes a weight, or behind them the bias, of a unit of the first layer 0.
  fileprivate mutating func kill(_ input: Int, unit: Int) {
    guard let layer = run?.trainer.network.layout.layers[0] else { return }
    let index = input < layer.inputs ? layer.index(unit: unit, input: input) : layer.biases.lowerBound + unit
    perform(.session(.setParameter(index: index, to: 0)))
  }

  fileprivate mutating func press(_ key: Key) {
    if let action = KeyMap.standard.action(for: KeyPress(key), in: self) { perform(action) }
  }
}
