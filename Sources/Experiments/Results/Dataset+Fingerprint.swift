import Datasets

extension Dataset {
  /// Sixteen digits that any other rows hardly share: of every input, label and name, in their order.
  ///
  /// FNV-1a, a word at a time.
  var fingerprint: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ word: UInt64) { hash = (hash ^ word) &* 0x100_0000_01b3 }
    mix(UInt64(inputs.rows))
    mix(UInt64(inputs.columns))
    for value in inputs.elements { mix(UInt64(value.bitPattern)) }
    switch labels {
    case .classes(let classes, let names):
      for label in classes { mix(UInt64(bitPattern: Int64(label))) }
      for byte in names.joined(separator: "\n").utf8 { mix(UInt64(byte)) }
    case .values(let values):
      for value in values { mix(UInt64(value.bitPattern)) }
    }
    if let testFile { mix(UInt64(testFile.rows.lowerBound)) }
    for byte in inputNames.joined(separator: "\n").utf8 { mix(UInt64(byte)) }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
