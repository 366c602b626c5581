/// The layers of a PyTorch state dict: names such as `0.weight` and `2.bias`, with gaps where activations stand.
struct StateDict {
  /// Our name of each tensor, and the file's.
  let names: [String: String]

  /// Nil unless there are so many layers, each with a weight and a bias behind a number, and all behind one prefix.
  init?(names: [String], layers: Int) {
    var numbers: Set<Int> = []
    var prefixes: Set<String> = []
    for name in names {
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count >= 2, ["weight", "bias"].contains(parts[parts.count - 1]),
        let number = Int(parts[parts.count - 2])
      else { return nil }
      numbers.insert(number)
      prefixes.insert(parts.dropLast(2).map { $0 + "." }.joined())
    }
    guard numbers.count == layers, names.count == 2 * layers, prefixes.count == 1, let prefix = prefixes.first,
      prefix != "layers." || numbers.sorted() != Array(0..<layers)
    else { return nil }
    var result: [String: String] = [:]
    for (layer, number) in numbers.sorted().enumerated() {
      for kind in ["weight", "bias"] { result["layers.\(layer).\(kind)"] = "\(prefix)\(number).\(kind)" }
    }
    self.names = result
  }
}
