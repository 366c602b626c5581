import Foundation

extension AtomicFile {
  /// Where symbolic links lead, whether a file is there or not.
  ///
  /// A relative path stays one: the folder in which the program runs may be gone, and then it is in no other.
  static func target(of path: String) -> String {
    var path = path
    for _ in 0..<40 {
      while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path, &buffer, buffer.count)
      guard count > 0 else { break }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      path = link.hasPrefix("/") ? link : folder(of: path) + "/" + link
    }
    return path
  }

  /// The folder that holds a file, `.` where the path names none.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}
