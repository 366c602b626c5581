import Foundation
import NeuralNetwork
import Plots
import Screen
import Testing
import Training

@testable import Session
@testable import Visualizer

/// The panel of numbers, the timeline and what is done in them.
struct ArithmeticPanelTests {
  private func xor(width: Int = 120, height: Int = 40) -> State {
    var state = State.spiral(width: width, height: height)
    state.perform(.session(.toggleRun))
    state.perform(.focus(.arithmetic))
    return state
  }

  private func text(_ state: State) -> String {
    var frame = Frame(width: state.width, height: state.height)
    state.draw(into: &frame)
    return frame.text
  }

  /// The curve of an activation has a scale below it, room above and below its ends, and passes through the ball.
  @Test(arguments: Activation.allCases.filter { $0 != .softmax && $0 != .threshold })
  func theCurvePassesThroughTheBall(activation: Activation) throws {
    var state = try State.opened("xor4")
    state.perform(.session(.set(.activation, to: activation.rawValue)))
    state.perform(.session(.toggleRun))
    for _ in 0..<12 {
      state.perform(.session(.step(back: false)))
      for unit in 0..<2 {
        let shown = ShownStep(
          of: state.run!, place: Selection(layer: 0, unit: unit), sample: 0, isCovered: false)
        var plot = state.arithmetic.curve(of: shown.unit, hasBall: true, state.theme)
        let region = Region(x: 0, y: 0, width: 25, height: 11)
        var frame = Frame(width: 25, height: 11)
        plot.draw(into: &frame, in: region, theme: state.theme)
        let ball = try #require(frame.cells.firstIndex { $0.scalar == "●" })
        plot.marks = []
        frame = Frame(width: 25, height: 11)
        plot.draw(into: &frame, in: region, theme: state.theme)
        #expect((0x2801...0x28ff).contains(frame.cells[ball].scalar.value), "\(shown.unit.z)")
        let scale = frame.text.split(separator: "\n").last!.split(separator: " ")
        #expect(scale.count >= 3, "\(scale)")
      }
    }
  }

  @Test func numbersAppearAsTheyAreComputed() {
    var state = xor()
    state.session!.granularity = .layer
    state.perform(.move(.down))
    #expect(text(state).contains("z = b + Σ x·w = ····"))
    while state.run!.trainer.performed != .error { state.perform(.stepForward) }
    let error = text(state)
    #expect(!error.contains("z = b + Σ x·w = ····"))
    #expect(error.contains("mean") && error.contains("····"))
    while state.run!.trainer.performed != .update { state.perform(.stepForward) }
    #expect(!text(state).contains("····"))
  }

  @Test func guessingCoversTheNewest() {
    var state = xor()
    state.session!.granularity = .layer
    state.perform(.arithmetic(.toggleGuessing))
    while state.run!.trainer.performed != .forward(layer: state.run!.trainer.network.depth - 1) {
      state.perform(.stepForward)
    }
    let clock = state.run!.trainer.clock
    #expect(text(state).contains("????"))
    state.perform(.stepForward)
    #expect(!text(state).contains("????"))
    #expect(state.run!.trainer.clock == clock)
    state.perform(.stepForward)
    #expect(state.run!.trainer.clock == clock + 1)
  }

  @Test func aWeightIsEditedInPlace() {
    var state = xor()
    state.perform(.move(.down))
    state.perform(.move(.down))
    let index = state.selectedParameter!
    state.perform(.enter)
    for letter in "-0.75".unicodeScalars { _ = state.reduce(.type(KeyPress(.character(letter)))) }
    _ = state.reduce(.type(KeyPress(.enter)))
    #expect(state.run!.trainer.network.parameters.values[index] == -0.75)
    #expect(state.overlay == nil)
    state.perform(.enter)
    _ = state.reduce(.type(KeyPress(.escape)))
    #expect(state.run!.trainer.network.parameters.values[index] == -0.75)
  }

  @Test(arguments: [(1, 1), (10, 3), (30, 7), (44, 18), (80, 24), (200, 60)])
  func everySizeIsDrawn(size: (Int, Int)) {
    var state = xor()
    state.session!.granularity = .neuron
    let region = Region(x: 0, y: 0, width: size.0, height: size.1)
    for layer in -1..<state.run!.trainer.network.depth {
      for input in [nil, 0, 1] as [Int?] {
        state.selection = Selection(layer: layer, unit: 0, input: layer < 0 ? nil : input)
        state.perform(.stepForward)
        var frame = Frame(width: size.0, height: size.1)
        state.arithmetic.draw(state.run!, state.selection, into: &frame, in: region, theme: state.theme)
        HealthView(trainer: state.run!.trainer, theme: state.theme).draw(into: &frame, in: region)
      }
    }
  }

  @Test func timeIsScrubbedAndLeft() {
    var state = xor()
    for _ in 0..<200 { state.perform(.stepForward) }
    let end = state.run!.trainer
    state.perform(.session(.timeline(.toggle)))
    state.perform(.move(.pageUp))
    #expect(state.run!.trainer.updates == 180)
    state.perform(.move(.home))
    #expect(state.run!.trainer.updates == 0)
    state.perform(.move(.right))
    #expect(state.run!.trainer.updates == 2)
    #expect(text(state).contains("reaches back to 0"))
    state.perform(.escape)
    #expect(state.session!.timeline == nil)
    #expect(state.run!.trainer == end)
  }

  @Test func aBranchIsChosen() {
    var state = xor()
    for _ in 0..<100 { state.perform(.stepForward) }
    state.perform(.session(.timeline(.toggle)))
    for _ in 0..<5 { state.perform(.move(.pageUp)) }
    #expect(state.run!.trainer.updates == 50)
    state.perform(.enter)
    let rate = state.run!.trainer.settings.learningRate
    state.perform(.change(.learningRate, by: 1))
    for _ in 0..<30 { state.perform(.stepForward) }
    #expect(state.run!.history.branches.count == 2)
    state.perform(.session(.timeline(.toggle)))
    #expect(text(state).contains("η \(rate)"))
    state.perform(.move(.up))
    state.perform(.enter)
    #expect(state.run!.trainer.updates == 100)
    #expect(state.run!.trainer.settings.learningRate == rate)
    #expect(state.run!.experiment.training.learningRate == rate)
  }

  @Test func aTwinRunsBeside() {
    var state = xor()
    for _ in 0..<20 { state.perform(.stepForward) }
    let rate = state.run!.trainer.settings.learningRate
    state.perform(.session(.toggleTwin))
    state.perform(.change(.learningRate, by: 1))
    #expect(state.run!.trainer.settings.learningRate == rate)
    #expect(state.run!.history.branches.count == 1)
    for _ in 0..<30 { state.perform(.stepForward) }
    let twin = state.run!.twin!
    #expect(twin.process.trainer.updates == state.run!.trainer.updates)
    #expect(twin.process.trainer.network != state.run!.trainer.network)
    #expect(text(state).contains(twin.difference))
    state.perform(.session(.toggleTwin))
    #expect(state.run!.twin == nil)
    state.perform(.session(.toggleTwin))
    state.perform(.change(.units, by: 1))
    #expect(state.run!.twin == nil && state.notice!.isWarning)
    #expect(state.run!.trainer.network.layout.sizes == [2, 8, 8, 1])
  }

  @Test func theCurveIsScrubbedByMouse() {
    var state = xor()
    for _ in 0..<100 { state.perform(.stepForward) }
    state.perform(.session(.timeline(.toggle)))
    let inside = state.layout.slot(of: .loss)!.region.inset(by: 1, 1)
    let plot = state.loss.timelinePlot(state.session!, in: inside)!.plot
    state.perform(.mouse(MouseEvent(.press, x: plot.x + plot.width / 2, y: plot.y + 1)))
    #expect((45...55).contains(state.run!.trainer.updates))
    state.perform(.mouse(MouseEvent(.drag, x: plot.x, y: plot.y + 1)))
    #expect(state.run!.trainer.updates < 3)
  }

  /// The numbers on the screen are the engine's, to the digits shown.
  @Test func theLinesShowTheEnginesNumbers() {
    var state = xor(width: 120, height: 60)
    state.session!.granularity = .update
    state.perform(.zoom)
    for _ in 0..<7 { state.perform(.stepForward) }
    let step = state.run!.history.stepInHand()
    let network = step.before.network
    for layer in 0..<network.depth {
      for unit in 0..<network.layout.layers[layer].units {
        state.selection = Selection(layer: layer, unit: unit, input: 1)
        state.arithmetic.scroll = 0
        let screen = text(state)
        let (z, a) = (step.before.propagation.layers[layer].z[unit], step.before.propagation.layers[layer].a[unit])
        #expect(screen.number(after: "z = b + Σ x·w = ").isNear(z))
        #expect(screen.number(after: "a = tanh z = tanh(").isNear(z, 4))
        #expect(screen.contains("layer \(layer + 1) tanh"))
        #expect(screen.lastNumber(onLineWith: "a = tanh z = tanh").isNear(a))
        state.arithmetic.scroll = 1_000
        let index = network.layout.layers[layer].index(unit: unit, input: 1)
        #expect(text(state).lastNumber(onLineWith: "w = w − ηg").isNear(step.after.network.parameters.values[index]))
      }
    }
  }
}

extension String {
  fileprivate func number(after words: String) -> Double {
    guard let range = range(of: words) else { return .nan }
    return Double(self[range.upperBound...].prefix { "-.0123456789e".contains($0) }) ?? .nan
  }

  fileprivate func lastNumber(onLineWith words: String) -> Double {
    guard let line = split(separator: "\n").first(where: { $0.contains(words) }) else { return .nan }
    let end = line.components(separatedBy: " = ").last ?? ""
    return Double(end.prefix { "-.0123456789e".contains($0) }) ?? .nan
  }
}

extension Double {
  fileprivate func isNear(_ value: Float, _ digits: Int = 5) -> Bool {
    let size = max(Double(value.magnitude), 1e-3)
    return magnitude.isFinite && (self - Double(value)).magnitude <= size * [4: 1e-3, 5: 1e-4][digits]!
  }
}
