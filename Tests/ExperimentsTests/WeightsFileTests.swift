import Experiments
import Foundation
import NeuralNetwork
import ScratchFolder
import Testing

struct WeightsFileTests {
  private let scratch: Scratch
  private let layout = Parameters.Layout(sizes: [3, 2, 1])

  init() throws { scratch = try Scratch() }

  /// A file with the given header and numbers.
  private func file(_ header: String, _ numbers: [Float]) throws -> String {
    let length = withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { Array($0) }
    let bytes = numbers.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
    return try scratch.file("w.safetensors", length + Array(header.utf8) + bytes)
  }

  private func problem(_ path: String) -> Mistake.Problem? {
    #expect(throws: Mistake.self) { try WeightsFile.read(path, layout: layout) }?.problem
  }

  /// `"NAME":{…}`
  private func entry(_ name: String, _ shape: String, _ from: Int, _ to: Int, type: String = "F32") -> String {
    "\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(from),\(to)]}"
  }

  private func header(_ first: String? = nil, more: String = "") -> String {
    let first = first ?? entry("layers.0.weight", "[2,3]", 0, 24)
    let others = [entry("layers.0.bias", "[2]", 24, 32), entry("layers.1.weight", "[1,2]", 32, 40)]
    return "{" + ([first] + others + [entry("layers.1.bias", "[1]", 40, 44)]).joined(separator: ",") + more + "}"
  }

  private let eleven = (1...11).map { Float($0) }

  @Test func whatIsWrittenIsReadBack() throws {
    let values = [1, -2.5, .leastNonzeroMagnitude, 3e38, -0.0, 0.1, 7, 8, 9, 10, 11] as [Float]
    let parameters = Parameters(layout: layout, values: values)
    let path = scratch.folder.path + "/w.safetensors"
    try WeightsFile.write(parameters, to: path)
    let back = try WeightsFile.read(path, layout: layout)
    #expect(back.values.map(\.bitPattern) == parameters.values.map(\.bitPattern))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path) == ["w.safetensors"])
  }

  @Test func aWeightTensorStandsUnitByUnit() throws {
    let parameters = try WeightsFile.read(
      try file(header(more: ",\"__metadata__\":{\"a\":\"b\"}"), eleven), layout: layout)
    #expect(parameters[weight: 0, 0, 2] == 3 && parameters[weight: 0, 1, 0] == 4 && parameters[bias: 0, 1] == 8)
    #expect(parameters[weight: 1, 0, 1] == 10 && parameters[bias: 1, 0] == 11)
    let path = scratch.folder.path + "/again"
    try WeightsFile.write(parameters, to: path)
    let written = try Data(contentsOf: URL(fileURLWithPath: path))
    let given = try Data(contentsOf: URL(fileURLWithPath: file(header(), eleven)))
    #expect(written.count % 4 == 0 && written.suffix(44) == given.suffix(44))
  }

  @Test func filesThatDoNotFit() throws {
    #expect(
      problem(try file(header(entry("layers.0.weight", "[3,2]", 0, 24)), eleven))
        == .wrongShape(tensor: "layers.0.weight", expected: [2, 3], found: [3, 2]))
    #expect(
      problem(try file(header(entry("layers.0.weight", "[2,3]", 0, 24, type: "F16")), eleven))
        == .wrongNumberType(tensor: "layers.0.weight", "F16"))
    #expect(
      problem(try file(header(entry("layers.0.weights", "[2,3]", 0, 24)), eleven)) == .surplusTensor("layers.0.weights")
    )
    #expect(
      problem(try file(header(more: "," + entry("layers.2.bias", "[1]", 40, 44)), eleven))
        == .surplusTensor("layers.2.bias"))
    #expect(
      problem(try file("{" + entry("layers.0.weight", "[2,3]", 0, 24) + "}", eleven)) == .missingTensor("layers.0.bias")
    )
    #expect(problem(try file(header(), Array(eleven.dropLast()) + [.nan])) == .notFinite(tensor: "layers.1.bias"))
  }

  @Test func filesThatAreDamaged() throws {
    for text in ["", "[]", "{}x", "{\"a\":3}", "{\"layers.0.weight\":{}}", String(repeating: "[", count: 100_000)] {
      guard case .notWeights = problem(try file(text, eleven)) else {
        Issue.record("\(text.prefix(20))")
        continue
      }
    }
    for (from, to) in [(0, 20), (24, 0), (-4, 20), (0, Int.max), (1000, 1024)] {
      guard case .notWeights = problem(try file(header(entry("layers.0.weight", "[2,3]", from, to)), eleven)) else {
        Issue.record("\(from) to \(to)")
        continue
      }
    }
    #expect(problem(scratch.folder.path + "/none") == .noSuchFile(scratch.folder.path + "/none"))
  }

  @Test func everyCutIsRefused() throws {
    let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(header(), eleven))))
    for count in 0..<whole.count {
      let path = try scratch.file("cut", Array(whole[..<count]))
      #expect(throws: Mistake.self) { try WeightsFile.read(path, layout: layout) }
    }
  }

  @Test func aHeaderOfFourGibibytesIsRefused() throws {
    let path = try scratch.file("big", [0, 0, 0, 0, 1, 0, 0, 0] + Array("{}".utf8))
    guard case .notWeights = problem(path) else { throw Mistake(.emptyStep) }
    let huge = try scratch.file("huge", Array(repeating: 0xFF, count: 64))
    guard case .notWeights = problem(huge) else { throw Mistake(.emptyStep) }
  }

  @Test func whereNothingCanBeWrittenNothingChanges() throws {
    let path = scratch.folder.path + "/none/w.safetensors"
    let mistake = #expect(throws: Mistake.self) { try WeightsFile.write(Parameters(layout: layout), to: path) }
    #expect(mistake?.kind == .cannotWrite)
    let folder = #expect(throws: Mistake.self) {
      try WeightsFile.write(Parameters(layout: layout), to: scratch.folder.path)
    }
    #expect(folder?.kind == .cannotWrite)
  }
}
