import Plots
import Screen
import Testing

@testable import Experiments
@testable import Session
@testable import Visualizer

/// What follows a person: keys of their own, the commands they used last, where their cursor waits.
struct PersonalTests {
  private let changes = [
    Preferences.KeyChange(key: "ü", does: "n"), Preferences.KeyChange(key: "w", does: "Space"),
  ]

  @Test func aKeyDoesWhatAnotherDoes() {
    let state = State.spiral()
    func action(_ letter: Unicode.Scalar) -> Action? {
      KeyMap.standard.action(for: KeyPress(.character(letter)), in: state, changed: changes)
    }
    #expect(action("ü") == .stepForward)
    #expect(action("w") == .session(.toggleRun))
    #expect(action("b") == .stepBack)
  }

  @Test func whileWordsAreTypedAKeyIsALetter() {
    var state = State.spiral()
    state.perform(.palette)
    let press = KeyPress(.character("w"))
    #expect(KeyMap.standard.action(for: press, in: state, changed: changes) == .type(press))
  }

  @Test func everyKeyOfTheTableCanBeHadElsewhere() {
    let state = State.spiral()
    for label in KeyMap.labels {
      let change = [Preferences.KeyChange(key: "ö", does: label)]
      let binding = KeyMap.standard.bindings.first { $0.label == label || $0.second == label }!
      #expect(
        KeyMap.standard.action(for: KeyPress(.character("ö")), in: state, changed: change) == binding.action, "\(label)"
      )
    }
  }

  @Test func thePaletteHasTheLastCommandsFirst() {
    var state = State.spiral()
    for words in ["worst sample", "random sample", "worst sample"] {
      state.type(.letters(":" + words) + [.enter])
    }
    state.perform(.palette)
    guard case .palette(let palette) = state.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(palette.found(in: state).prefix(2).map(\.name) == ["look at the worst sample", "look at a random sample"])
    #expect(palette.found(in: state).count == Command.matching("", state.demos).count)
    state.type(.letters("sample"))
    guard case .palette(let typed) = state.overlay else {
      Issue.record("no palette")
      return
    }
    #expect(typed.found(in: state).first?.name == "look at the worst sample")
    #expect(typed.found(in: state).count == Command.matching("sample", state.demos).count)
  }

  /// The terminal's cursor waits, unseen, at what has the focus: a panel's title, the setting, the choice, the line of a list.
  @Test func theCursorWaitsAtTheFocus() throws {
    var state = State.spiral(width: 120, height: 40)
    for panel in state.panels where panel != .settings {
      state.perform(.focus(panel))
      let slot = state.layout.slots.first { $0.front == panel }!.region
      #expect(state.picture.focus == Frame.Position(x: slot.x + 2, y: slot.y), "\(panel)")
      #expect(state.picture.cursor == nil)
    }
    state.perform(.focus(.settings))
    let first = state.picture
    state.perform(.move(.down))
    let second = state.picture
    #expect(second.focus!.y == first.focus!.y + 1)
    let row = String(String.UnicodeScalarView((0..<30).map { second[second.focus!.x + $0, second.focus!.y].scalar }))
    #expect(row.hasPrefix(state.settings.selected.panelLabel), "\(row)")
    state.perform(.glossary("accuracy"))
    let list = state.picture
    let word = String(String.UnicodeScalarView((0..<8).map { list[list.focus!.x + $0, list.focus!.y].scalar }))
    #expect(word == "accuracy")
  }
}
