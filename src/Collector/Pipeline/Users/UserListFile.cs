using System.Text;
using Microsoft.VisualBasic.FileIO;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Users;

/// <summary>Reads a list of users: CSV with a header line and the columns <c>user_id,display_name,team</c>.</summary>
internal sealed class UserListFile(RecogniserParts parts)
{
    private static readonly string[] Header = ["user_id", "display_name", "team"];

    /// <summary>Returns all lines, with ids as they are stored (hashed if enabled); the last line of a user wins. Or the error in the file.</summary>
    public UserList Read(string file)
    {
        if (!File.Exists(file)) return UserList.Wrong($"There is no file {file}.");
        using var parser = new TextFieldParser(file, Encoding.UTF8)
        {
            TextFieldType = FieldType.Delimited,
            Delimiters = [","],
            HasFieldsEnclosedInQuotes = true,
        };
        var names = new Dictionary<string, UserName>(StringComparer.Ordinal);
        try
        {
            if (parser.ReadFields() is not { } header || !header.SequenceEqual(Header, StringComparer.OrdinalIgnoreCase))
                return UserList.Wrong($"{file}: the first line must be {string.Join(',', Header)}.");
            for (var line = 2; parser.ReadFields() is { } fields; line++)
            {
                if (fields.Length != Header.Length) return UserList.Wrong($"{file}, line {line}: {fields.Length} columns instead of {Header.Length}.");
                if (parts.Users.Get(Encoding.UTF8.GetBytes(fields[0])) is not { } id)
                    return UserList.Wrong($"{file}, line {line}: '{fields[0]}' is not a stored user id.");
                names[id] = new UserName(id, NullIfEmpty(fields[1]), NullIfEmpty(fields[2]));
            }
        }
        catch (MalformedLineException malformed)
        {
            return UserList.Wrong($"{file}, line {malformed.LineNumber}: its quotes do not match.");
        }

        return new UserList([.. names.Values], null);
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
