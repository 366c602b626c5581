import Experiments
import Plots
import Screen
import Testing

@testable import Session
@testable import Visualizer

/// Help says first what is being looked at.
struct HelpTests {
  @Test(arguments: Panel.allCases)
  func thePanelInFocusIsExplained(panel: Panel) throws {
    var state = try State.lesson("bowl", (120, 60))
    state.perform(.escape)
    state.perform(.focus(panel))
    state.perform(.help)
    var frame = Frame(width: 120, height: 60)
    state.draw(into: &frame)
    #expect(frame.text.contains("What is in panel \(panel.rawValue), \(panel.title)"))
    for word in panel.explanation.joined(separator: " ").split(separator: " ") {
      #expect(frame.text.contains(word), "\(word)")
    }
  }

  @Test(arguments: Panel.allCases)
  func itsKeysAreThoseOfTheTable(panel: Panel) {
    for label in panel.keys {
      #expect(KeyMap.standard.bindings.contains { $0.label == label }, "\(panel.title): no key is called \(label)")
    }
    #expect(Set(panel.keys).count == panel.keys.count)
  }

  @Test(arguments: [(40, 12), (80, 24), (120, 40), (200, 60)])
  func everyLineIsReachedByScrolling(size: (Int, Int)) {
    var state = State.spiral(width: size.0, height: size.1)
    state.perform(.help)
    var seen = ""
    for _ in 0..<60 {
      var frame = Frame(width: size.0, height: size.1)
      state.draw(into: &frame)
      seen += frame.text
      state.perform(.move(.pageDown))
    }
    for binding in KeyMap.standard.bindings where size.0 >= 80 {
      #expect(seen.contains(binding.help), "\(binding.help)")
    }
    #expect(seen.contains("quit"))
  }

  /// Before an experiment is opened nothing lies behind the gallery: whatever covers it, it comes back.
  @Test(arguments: [Action.help, .palette], [Action.escape, .enter, .type(KeyPress(.escape))])
  func theGalleryComesBack(covering: Action, closing: Action) {
    var state = State(
      width: 80, height: 24, theme: Theme(name: .dark, depth: .palette, glyphs: .braille), demos: Demos.all)
    for action in [covering, closing] { _ = state.reduce(action) }
    #expect(state.overlay == .gallery(Gallery()) || state.overlay == .palette(CommandPalette()))
    _ = state.reduce(.type(KeyPress(.escape)))
    #expect(state.overlay == .gallery(Gallery()))
    _ = state.reduce(.escape)
    #expect(state.overlay == .gallery(Gallery()))
  }
}
