import NeuralNetwork
import Testing

@testable import ErrorSurfaces

@Suite struct SurfaceAxesTests {
  @Test func everyNameIsReadAndWritten() throws {
    for name in SurfaceAxes.names { #expect(try SurfaceAxes(name).description == name) }
    #expect(SurfaceAxes.names.count == 17)
  }

  @Test func twoParametersMakeAPlane() throws {
    let axes = try SurfaceAxes("layers.0.weight[2][1], layers.1.bias[0]")
    #expect(axes == .parameters(.weight(layer: 0, unit: 2, input: 1), .bias(layer: 1, unit: 0)))
    #expect(axes.description == "layers.0.weight[2][1],layers.1.bias[0]")
  }

  @Test(arguments: [
    ("rozenbrock", "did you mean rosenbrock?"),
    ("pathh", "did you mean path?"),
    ("layers.0.weight[2],layers.0.bias[0]", "a weight is written layers.0.weight[2][1], a bias layers.0.bias[2]"),
    ("a,b,c", "two weights make a plane: layers.0.weight[0][0],layers.0.bias[0]"),
  ])
  func whatIsNoAxesGetsAHint(text: String, hint: String) {
    let error = #expect(throws: SurfaceAxesError.self) { try SurfaceAxes(text) }
    #expect(error?.hint == hint)
  }

  @Test(arguments: ["", ",", " , ", "\u{1b}[31m", "layers.0.weight[99999999999999999999][0],x"])
  func strangeTextIsAnErrorWithoutControlCodes(text: String) {
    let error = #expect(throws: SurfaceAxesError.self) { try SurfaceAxes(text) }
    #expect(error?.description.unicodeScalars.contains("\u{1b}") == false)
  }
}
