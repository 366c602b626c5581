import Screen

extension State {
  /// Asks for the weights, the history and a picture of this moment to be written.
  mutating func save() -> [Effect] {
    guard let run else { return [] }
    var picture = Frame(width: width, height: height)
    draw(into: &picture)
    return [.save(SaveRequest(name: run.experiment.name, picture: picture))]
  }
}
