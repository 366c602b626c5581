import Datasets
import Foundation

/// What SOURCE stands for on the command line.
enum Source: Hashable {
  case demoFile(path: String)
  case dataFile(path: String)
  case generator(Generator)

  /// - Throws: a `Mistake` where there is nothing of that name.
  init(_ text: String) throws(Mistake) {
    switch (text as NSString).pathExtension.lowercased() {
    case "yaml", "yml": self = .demoFile(path: text)
    case _ where text == "-": self = .dataFile(path: text)
    case "csv", "tsv", "txt", "data", "idx", "gz", "idx1-ubyte", "idx3-ubyte": self = .dataFile(path: text)
    case _ where text.hasSuffix("-ubyte"): self = .dataFile(path: text)
    default:
      if let path = Demos.path(of: text) {
        self = .demoFile(path: path)
      } else if let generator = Generator(name: text) {
        self = .generator(generator)
      } else if FileManager.default.fileExists(atPath: text) {
        self = .dataFile(path: text)
      } else {
        throw Mistake(.noSuchSource(text, demos: Demos.all.map(\.name)))
      }
    }
  }

  /// The name an experiment gets from it.
  var name: String {
    switch self {
    case .dataFile("-"): "standard input"
    case .demoFile(let path), .dataFile(let path):
      String((path as NSString).lastPathComponent.prefix { $0 != "." }).printable
    case .generator(let generator): generator.name
    }
  }
}
