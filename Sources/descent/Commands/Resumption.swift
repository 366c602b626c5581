import ArgumentParser
import Experiments
import Foundation

/// Which of the last runs is to go on.
enum Resumption: Hashable, ExpressibleByArgument {
  /// By its place among them, the newest being 1.
  case run(Int)
  /// None: they are listed.
  case list

  init?(argument: String) {
    if argument == "list" {
      self = .list
    } else if let number = Int(argument), (1...SavedRuns.most).contains(number) {
      self = .run(number)
    } else {
      return nil
    }
  }
}

extension Resumption: CustomStringConvertible {
  var description: String {
    switch self {
    case .run(let number): "\(number)"
    case .list: "list"
    }
  }
}

extension SavedRuns {
  /// Reads one of the last runs, the newest being 1.
  ///
  /// - Throws: a `Mistake` where there is none of that number, or where it is damaged.
  func read(number: Int) throws(Mistake) -> (run: SavedRun, path: String) {
    let paths = self.paths
    guard paths.indices.contains(number - 1) else { throw Mistake(.noSavedRun) }
    return (try read(paths[number - 1]), paths[number - 1])
  }

  /// A line for each of the last runs: its number, when it was left, of what it is, and how far it has come.
  var table: String {
    let lines = paths.enumerated().map { index, path in
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      let time = (attributes?[.modificationDate] as? Date).map(Self.words) ?? ""
      let number = index < 9 ? " \(index + 1)" : "\(index + 1)"
      do throws(Mistake) {
        let run = try read(path)
        return "\(number)  \(time)  \(run.name)  \(run.updates) updates"
      } catch {
        return "\(number)  \(time)  \(error.description)"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `2026-11-26 10:15` on the clock of the place.
  private static func words(_ time: Date) -> String {
    let style = Date.ISO8601FormatStyle(timeZone: .current).year().month().day().dateSeparator(.dash)
      .time(includingFractionalSeconds: false)
    return String(time.formatted(style).replacing("T", with: " ").prefix(16))
  }
}
