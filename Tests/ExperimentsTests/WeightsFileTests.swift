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
      problem(try file(header(entry("layers.0.weight", "[2,3]", 0, 24, type: "I32")), eleven))
        == .wrongNumberType(tensor: "layers.0.weight", "I32"))
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

  /// As the reference package refuses them (safetensors 0.6: overlap, gap, trailing bytes), and a name that comes twice.
  @Test func bytesThatBelongToNoneOrTwo() throws {
    let last = entry("layers.1.bias", "[1]", 40, 44)
    let whole = header()
    let damaged = [
      whole.replacing(last, with: entry("layers.1.bias", "[1]", 36, 40)),
      whole.replacing(last, with: entry("layers.1.bias", "[1]", 44, 48)),
      whole.replacing(last, with: last + "," + last),
    ]
    for (text, count) in zip(damaged, [10, 12, 11]) {
      guard case .notWeights = problem(try file(text, (0..<count).map { Float($0) })) else {
        Issue.record("\(text)")
        continue
      }
    }
    guard case .notWeights = problem(try file(whole, eleven + [12])) else { throw Mistake(.emptyStep) }
  }

  @Test func aStateDictOfPyTorchIsMapped() throws {
    let names = [("layers.0", "net.0"), ("layers.1", "net.2")]
    let text = names.reduce(header()) { $0.replacing($1.0, with: $1.1) }
    let read = try WeightsFile.readMapped(try file(text, eleven), layout: layout)
    #expect(read.parameters[weight: 0, 1, 0] == 4 && read.parameters[bias: 1, 0] == 11)
    #expect(read.remark?.contains("net.0.weight") == true)
    #expect(try WeightsFile.readMapped(try file(header(), eleven), layout: layout).remark == nil)
  }

  @Test(arguments: ["F64", "F16", "BF16"])
  func otherWidthsOfNumbers(_ type: String) throws {
    let width = type == "F64" ? 8 : 2
    let bytes = (1...11).flatMap { number -> [UInt8] in
      let bits: UInt64 =
        switch type {
        case "F64": Double(number).bitPattern
        case "F16": UInt64(Float16(number).bitPattern)
        default: UInt64(Float(number).bitPattern >> 16)
        }
      return (0..<width).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) }
    }
    let shapes = [("layers.0.weight", "[2,3]", 6), ("layers.0.bias", "[2]", 2), ("layers.1.weight", "[1,2]", 2)]
    var (at, entries) = (0, [String]())
    for (name, shape, count) in shapes + [("layers.1.bias", "[1]", 1)] {
      entries.append(entry(name, shape, at, at + count * width, type: type))
      at += count * width
    }
    let text = "{\(entries.joined(separator: ","))}"
    let length = withUnsafeBytes(of: UInt64(text.utf8.count).littleEndian) { Array($0) }
    let path = try scratch.file("wide.safetensors", length + Array(text.utf8) + bytes)
    let read = try WeightsFile.readMapped(path, layout: layout)
    #expect(read.parameters[weight: 0, 0, 1] == 2 && read.parameters[bias: 1, 0] == 11)
    #expect(read.remark?.contains(type) == true)
  }

  @Test func severalFilesAllOrNone() throws {
    let good = scratch.folder.path + "/a"
    let outputs = [good, scratch.folder.path + "/none/b"].map { AtomicFile.Output(path: $0, bytes: [1]) }
    #expect(throws: Mistake.self) { try AtomicFile.writeAll(outputs) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).isEmpty)
    try AtomicFile.writeAll([outputs[0], AtomicFile.Output(path: good + "2", bytes: [2])])
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == ["a", "a2"])
    #expect(throws: Mistake.self) { try AtomicFile.check(outputs: [good + "2", good], inputs: [good]) }
    #expect(throws: Mistake.self) { try AtomicFile.check(outputs: [good, good], inputs: []) }
    try AtomicFile.check(outputs: [good], inputs: ["circle", good + "2"])
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
