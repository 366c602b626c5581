extension Setting {
  /// The value that holds where nothing is said; of what suits the data, in words.
  var defaultWords: String {
    let value = value(in: Experiment(name: "the file's name", source: .generator(.circle)))
    return isSuited ? "suits the data" : value == .text("") ? "none" : value.typed
  }

  /// Whether it is chosen to suit the data where nothing is said.
  private var isSuited: Bool { key == "network.output" || key == "cost" }

  /// The table of settings for the README.
  public static var markdown: String {
    let rows = Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | | | |"]
        + all.filter { $0.group == group }.map { setting in
          let cells = ["`\(setting.key)`", setting.shape.words, setting.defaultWords, setting.meaning]
          return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
        }
    }
    return (["| key | values | default | means |", "|---|---|---|---|"] + rows).joined(separator: "\n")
  }

  /// Every setting for people to read: key, values, default, and what it means.
  public static var manual: String {
    let width = all.map(\.key.count).max() ?? 0
    return Group.allCases.map { group in
      let rows = all.filter { $0.group == group }.map { setting in
        let key = setting.key + String(repeating: " ", count: width - setting.key.count)
        let indentation = String(repeating: " ", count: width + 4)
        return "  \(key)  \(setting.meaning)\n\(indentation)\(setting.shape.words)\n"
          + "\(indentation)default: \(setting.defaultWords); a change costs: \(setting.consequence.rawValue)\n"
      }
      return group.rawValue + "\n" + rows.joined()
    }.joined(separator: "\n")
  }

  /// The same as a JSON array, an object a setting.
  public static var json: String {
    let experiment = Experiment(name: "", source: .generator(.circle))
    let rows = grouped.map { setting in
      JSON.object([
        .init("key", .text(setting.key)), .init("group", .text(setting.group.rawValue)),
        .init("label", .text(setting.label)), .init("symbol", setting.symbol.map { .text($0) } ?? .literal("null")),
        .init("meaning", .text(setting.meaning)), .init("domain", setting.shape.schema),
        .init("default", setting.isSuited ? .literal("null") : JSON(setting.value(in: experiment))),
        .init("choices", .array(setting.choices.values.map(JSON.init))),
        .init("change", .text(setting.consequence.rawValue)),
      ])
    }
    return JSON.array(rows).written() + "\n"
  }
}
