import Foundation
import NeuralNetwork

/// Weights in the safetensors format (https://huggingface.co/docs/safetensors): an eight-byte length, a header in JSON,
/// and the numbers, all little-endian.
///
/// Layer I has the tensors `layers.I.weight` of shape `[units, inputs]` and `layers.I.bias` of shape `[units]`, both F32.
public enum WeightsFile {
  /// Writes the parameters, in place of an old file only when all is written.
  ///
  /// - Throws: a `Mistake` where the file cannot be written.
  public static func write(_ parameters: Parameters, to path: String) throws(Mistake) {
    try AtomicFile.write(bytes(of: parameters), to: path)
  }

  /// What a file of these parameters holds.
  public static func bytes(of parameters: Parameters) -> [UInt8] {
    var header: [String] = []
    var numbers: [UInt8] = []
    for tensor in tensors(of: parameters.layout) {
      let start = numbers.count
      let bits = tensor.indices.map { parameters.values[$0].bitPattern.littleEndian }
      bits.withUnsafeBytes { numbers.append(contentsOf: $0) }
      let shape = tensor.shape.map(String.init).joined(separator: ",")
      header.append(
        "\"\(tensor.name)\":{\"dtype\":\"F32\",\"shape\":[\(shape)],\"data_offsets\":[\(start),\(numbers.count)]}")
    }
    var json = Array("{\(header.joined(separator: ","))}".utf8)
    // The numbers begin at a multiple of eight.
    json += Array(repeating: UInt8(ascii: " "), count: (8 - json.count % 8) % 8)
    let length = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Array($0) }
    return length + json + numbers
  }

  /// Reads the parameters of a network of this layout.
  ///
  /// - Throws: a `Mistake` where the file is no safetensors file, or does not fit.
  public static func read(_ path: String, layout: Parameters.Layout) throws(Mistake) -> Parameters {
    try readMapped(path, layout: layout).parameters
  }

  /// The same, and what should be said of how names and numbers were taken: a state dict of PyTorch's `nn.Sequential`
  /// (`0.weight`, `2.bias`) and numbers of type F64, F16 and BF16 are read, too.
  public static func readMapped(
    _ path: String, layout: Parameters.Layout
  ) throws(Mistake) -> (parameters: Parameters, remark: String?) {
    do throws(TensorProblem) {
      return try Safetensors(contents: try contents(of: path)).parameters(layout)
    } catch {
      let problem: Mistake.Problem = error.problem
      throw Mistake(problem, at: problem == .noSuchFile(path) ? nil : .file(path))
    }
  }

  /// The bytes that a file may have: more than the largest network needs.
  private static let sizeLimit = 512 << 20

  private static func contents(of path: String) throws(TensorProblem) -> Data {
    guard FileManager.default.fileExists(atPath: path) else { throw TensorProblem(.noSuchFile(path)) }
    let contents: Data
    do {
      let file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
      contents = try file.read(upToCount: sizeLimit + 1) ?? Data()
    } catch {
      throw TensorProblem(.unreadable(reason: SystemError.last))
    }
    guard contents.count <= sizeLimit else { throw TensorProblem(.tooLarge(limit: "\(sizeLimit >> 20) MiB")) }
    return contents
  }

  /// One tensor of the file.
  struct Tensor {
    let name: String
    let shape: [Int]
    /// Where its numbers stand in the flat buffer, in the tensor's own order.
    let indices: [Int]
  }

  /// The tensors of a network, layer by layer, weights first.
  static func tensors(of layout: Parameters.Layout) -> [Tensor] {
    layout.layers.enumerated().flatMap { number, layer in
      let weights = (0..<layer.units).flatMap { unit in
        (0..<layer.inputs).map { layer.index(unit: unit, input: $0) }
      }
      return [
        Tensor(name: "layers.\(number).weight", shape: [layer.units, layer.inputs], indices: weights),
        Tensor(name: "layers.\(number).bias", shape: [layer.units], indices: Array(layer.biases)),
      ]
    }
  }
}

/// What is wrong with a weights file; its place is added by the reader.
struct TensorProblem: Error {
  let problem: Mistake.Problem

  init(_ problem: Mistake.Problem) { self.problem = problem }
}
