import Foundation

extension AtomicFile {
  /// A file to be written.
  public struct Output: Sendable {
    /// Where it is written; a file that is there is replaced, a device is written to.
    public var path: String
    /// All that it will hold.
    public var bytes: [UInt8]

    /// A file of these bytes.
    public init(path: String, bytes: [UInt8]) {
      self.path = path
      self.bytes = bytes
    }
  }

  /// Writes several files: all of them or none.
  ///
  /// Each is first written whole to a temporary file beside it; only then are they renamed. A rename that fails after
  /// another has succeeded takes back what was new; a file that was replaced stays replaced.
  /// - Throws: a `Mistake` for the first that cannot be written.
  public static func writeAll(_ outputs: [Output]) throws(Mistake) {
    if outputs.count == 1 { return try write(outputs[0].bytes, to: outputs[0].path) }
    var failed: (path: String, reason: String)?
    _ = withInterruptsWaiting {
      failed = stageAndMove(outputs)
      return failed == nil
    }
    if let failed { throw Mistake(.cannotWrite(reason: failed.reason), at: .file(failed.path)) }
  }

  /// What could not be written and why; nil where all is.
  private static func stageAndMove(_ outputs: [Output]) -> (path: String, reason: String)? {
    var staged: [(temporary: String, target: String, isNew: Bool)] = []
    var direct: [Output] = []
    for output in outputs {
      let target = target(of: output.path)
      if isSpecial(target) {
        direct.append(Output(path: target, bytes: output.bytes))
      } else if let temporary = temporary(beside: target, output.bytes) {
        staged.append((temporary, target, !FileManager.default.fileExists(atPath: target)))
      } else {
        let reason = SystemError.last
        for file in staged { unlink(file.temporary) }
        return (output.path, reason)
      }
    }
    for (place, file) in staged.enumerated() where !move(file.temporary, to: file.target) {
      let reason = SystemError.last
      for other in staged[(place + 1)...] { unlink(other.temporary) }
      for done in staged[..<place] where done.isNew { unlink(done.target) }
      return (file.target, reason)
    }
    for output in direct where !writeDirectly(output.bytes, to: output.path) { return (output.path, SystemError.last) }
    return nil
  }

  /// Sees to it that nothing is written over what is read, and no two outputs to one file.
  ///
  /// - Throws: a `Mistake` that names the output.
  public static func check(outputs: [String], inputs: [String]) throws(Mistake) {
    for (place, output) in outputs.enumerated() {
      if inputs.contains(where: { isSame($0, output) }) {
        throw Mistake(.cannotWrite(reason: "it is read from, too"), at: .file(output))
      }
      if outputs[..<place].contains(where: { isSame($0, output) }) {
        throw Mistake(.cannotWrite(reason: "two outputs go to this file"), at: .file(output))
      }
    }
  }

  /// Whether two paths lead to one file, ordinary and there, or would.
  private static func isSame(_ first: String, _ second: String) -> Bool {
    var (one, other) = (stat(), stat())
    if stat(first, &one) == 0, stat(second, &other) == 0 {
      return one.st_ino == other.st_ino && one.st_dev == other.st_dev && one.st_mode & S_IFMT == S_IFREG
    }
    // Nothing is in a folder that is gone: there a path is what it says.
    if access(".", F_OK) != 0 { return target(of: first) == target(of: second) }
    return URL(fileURLWithPath: first).resolvingSymlinksInPath()
      == URL(fileURLWithPath: second).resolvingSymlinksInPath()
  }
}
