import Screen
import Testing

@testable import Session
@testable import Visualizer

struct KeyMapTests {
  @Test func noKeyIsTakenTwice() {
    var owners: [KeyPress: String] = [:]
    for binding in KeyMap.standard.bindings {
      for key in binding.keys {
        #expect(owners[key] == nil, "\(binding.label) does what \(owners[key] ?? "") does")
        owners[key] = binding.help
      }
    }
  }

  @Test(arguments: [
    " ", "n", "b", "g", "G", "+", "-", "a", "A", ".", ",", "m", "o", "O", "c", "C", "d", "D", "r", "R",
    "z", "h", "j", "k", "l", "1", "2", "3", "7", "y", "s", "T", ";", ":", "?", "q",
  ])
  func aPromisedKeyIsThere(key: String) {
    let press = KeyPress(.character(key.unicodeScalars.first!))
    #expect(KeyMap.standard.bindings.contains { $0.keys.contains(press) })
  }

  @Test(arguments: [Key.tab, .backTab, .escape, .enter, .up, .down, .left, .right, .pageUp, .pageDown, .home, .end])
  func aNamedKeyIsThere(key: Key) {
    #expect(KeyMap.standard.bindings.contains { $0.keys.contains(KeyPress(key)) })
  }

  @Test func everyBindingIsExplained() {
    for binding in KeyMap.standard.bindings {
      #expect(!binding.help.isEmpty && !binding.label.isEmpty)
      #expect(binding.help.columnCount <= 38, "\(binding.help): more than the help overlay shows")
    }
  }

  /// On German, French or Spanish keyboards these take Shift or AltGr.
  @Test(arguments: ["[", "]", ";", ":", "?", "1", "2", "3", "4", "5", "6", "7", "8"])
  func aKeyThatIsHardToReachHasASecondOne(key: String) throws {
    let press = KeyPress(.character(key.unicodeScalars.first!))
    let binding = try #require(KeyMap.standard.bindings.first { $0.keys.contains(press) })
    let others = binding.keys.filter { $0 != press }
    #expect(
      others.contains {
        if case .character(let letter) = $0.key { letter.properties.isLowercase } else { true }
      })
    #expect(binding.second != nil && binding.labels.contains(binding.second!))
  }

  @Test func aLetterOfAnotherAlphabetIsExplainedOnce() {
    var state = State.spiral()
    let press = KeyPress(.character("т"))
    state.perform(KeyMap.standard.action(for: press, in: state)!)
    #expect(state.notice?.text.hasPrefix("т: the keys are Latin letters") == true)
    state.perform(KeyMap.standard.action(for: press, in: state)!)
    #expect(state.notice == nil)
    #expect(KeyMap.standard.action(for: KeyPress(.character("%")), in: state) == nil)
  }
}
