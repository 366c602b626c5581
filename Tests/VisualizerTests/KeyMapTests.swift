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
}
