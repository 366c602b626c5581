import Experiments
import Plots
import Screen

@testable import Session
@testable import Visualizer

extension State {
  /// A demo opened from the gallery, as it is before the first key.
  static func opened(_ demo: String, width: Int = 120, height: Int = 40) throws -> State {
    let opened = try Experiment.open(source: demo)
    var state = State(
      width: width, height: height, theme: Theme(name: .dark, depth: .palette, glyphs: .quadrants), demos: Demos.all)
    state.perform(.opened(opened.experiment, opened.dataset))
    return state
  }

  /// Types keys, as a person does; what is to be read is read.
  mutating func type(_ keys: [Key]) {
    for key in keys {
      guard let action = KeyMap.standard.action(for: KeyPress(key), in: self) else { continue }
      answer(reduce(action))
    }
  }

  /// Does what the loop does for effects that bring something back.
  mutating func answer(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .read(let recipe):
        if let rows = try? recipe.load() { answer(reduce(.session(.rows(rows)))) }
      case .open(let source):
        if let opened = try? Experiment.open(source: source) {
          answer(reduce(.opened(opened.experiment, opened.dataset)))
        }
      case .beside(let action):
        guard let session else { continue }
        var work = SessionWork(action, in: session)
        work.perform()
        answer(work.take(place: &self))
      case .quit, .redraw, .toggleMouse, .save, .happened: break
      }
    }
  }

  /// The whole screen.
  var picture: Frame {
    var frame = Frame(width: width, height: height)
    draw(into: &frame)
    return frame
  }
}

extension [Key] {
  /// The keys of letters.
  static func letters(_ text: String) -> [Key] { text.unicodeScalars.map { .character($0) } }
}
