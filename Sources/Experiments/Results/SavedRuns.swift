import Foundation

/// The folder in which the last runs are kept, a file each, the ten that were left last. Several programs may share it.
///
/// A file's name is the time at which its run began, then the run's own: `2026-11-26T10-15-30.250-spiral.json`.
public struct SavedRuns: Sendable {
  /// The folder.
  public let folder: String
  /// How many runs are kept.
  public static let most = 10

  /// `descent/runs` in XDG's folder for states, or another folder.
  public init(in folder: String = SavedRuns.standardFolder) { self.folder = folder }

  /// `descent/runs` in `$XDG_STATE_HOME` where that is an absolute path, else in `~/.local/state`.
  public static var standardFolder: String {
    StandardFolder.path("XDG_STATE_HOME", else: ".local/state") + "/descent/runs"
  }

  /// The files of the runs, the one that was left last first.
  public var paths: [String] {
    files(where: isRun).map { folder + "/" + $0 }.map { (time: FileMark(of: $0)?.time ?? 0, path: $0) }
      .sorted { ($0.time, $0.path) > ($1.time, $1.path) }.map(\.path)
  }

  /// Reads the newest run.
  ///
  /// - Throws: a `Mistake` where there is none, or where it is damaged.
  public func readNewest() throws(Mistake) -> (run: SavedRun, path: String) {
    guard let path = paths.first else { throw Mistake(.noSavedRun) }
    return (try read(path), path)
  }

  /// Reads one of `paths`.
  ///
  /// - Throws: a `Mistake` where it is damaged, or of a version that is not known; the file stays.
  public func read(_ path: String) throws(Mistake) -> SavedRun { try SavedRun.read(from: path) }

  /// Where a run that begins now is to be written, again and again.
  public func place(for name: String, at time: Date = Date()) -> String {
    let format = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    let stamp = time.formatted(format).replacing(":", with: "-").replacing("Z", with: "")
    let plain = name.unicodeScalars.map { CharacterSet.alphanumerics.contains($0) ? Character($0) : "-" }
    return folder + "/" + stamp + "-" + String(plain.prefix(40)) + ".json"
  }

  /// Writes a run in place of what `path` holds, and lets runs beyond the last ten go.
  ///
  /// - Throws: a `Mistake` where that cannot be done; what was there is whole then.
  public func write(_ run: SavedRun, to path: String) throws(Mistake) {
    try AtomicFile.write(try contents(of: run, for: path), to: path)
    letOldGo(but: path)
  }

  /// Writes a run that begins now into a file of its own, whoever else does so at the same time; returns the file.
  ///
  /// - Throws: a `Mistake` where that cannot be done.
  public func write(_ run: SavedRun, beginning time: Date = Date()) throws(Mistake) -> String {
    let contents = try contents(of: run, for: place(for: run.name, at: time))
    for attempt in 0... {
      let path = place(for: run.name, at: time + Double(attempt) / 1000)
      guard try AtomicFile.create(contents, at: path) else { continue }
      letOldGo(but: path)
      return path
    }
    preconditionFailure("a time is free some day")
  }

  private func contents(of run: SavedRun, for path: String) throws(Mistake) -> Data {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Mistake(.cannotWrite(reason: SystemError.last), at: .file(path))
    }
    holdBackFuture()
    guard let contents = try? JSONEncoder().encode(run) else {
      throw Mistake(.cannotWrite(reason: "a number is not finite"), at: .file(path))
    }
    return contents
  }

  private func letOldGo(but path: String) {
    for old in paths.dropFirst(SavedRuns.most) where old != path { try? FileManager.default.removeItem(atPath: old) }
  }

  /// Nothing was left later than now: where the clock has been set back, what seems so was left before all that follows.
  private func holdBackFuture() {
    let now = Date.now.timeIntervalSince1970
    let later = paths.filter { FileMark(of: $0).map { $0.time > now } ?? false }
    for (place, path) in later.enumerated() {
      let time = Date(timeIntervalSince1970: now - Double(place + 1) / 1000)
      try? FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
    }
  }

  /// Removes what interrupted writings have left: temporary files that are older than a minute, so that no other program is at
  /// work on them.
  public func sweep(at time: Date = Date()) {
    for name in files(where: isLeftover) {
      let path = folder + "/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard let changed = attributes?[.modificationDate] as? Date, time.timeIntervalSince(changed) > 60 else {
        continue
      }
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  private func files(where isWanted: (String) -> Bool) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter(isWanted)
  }

  private func isRun(_ name: String) -> Bool { name.hasSuffix(".json") && name.first?.isNumber == true }

  /// As `AtomicFile` names its temporary files, or as it did once: a dot and six characters behind the name.
  private func isLeftover(_ name: String) -> Bool {
    if name.hasPrefix(AtomicFile.temporaryPrefix), name.count == AtomicFile.temporaryPrefix.count + 6 { return true }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    return name.first?.isNumber == true && parts.count > 2 && parts.last?.count == 6 && parts[parts.count - 2] == "json"
  }
}
