using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Model.Events;

/// <summary>
/// The text form of a <see cref="StreamPosition"/>: <c>ID</c> of the last event, followed by <c>-TRANSACTION</c> for each transaction
/// that was open when it was passed, or <c>-TRANSACTION.ID</c> if some of its events have been read since.
/// The id of any event is a token; usually there is nothing but the id.
/// </summary>
internal sealed record StreamToken(long EventId, IReadOnlyList<OpenTransaction> Open)
{
    // Far more transactions than a server can have open.
    private const int OpenAtMost = 10_000;

    /// <summary>Parses the result of <see cref="ToString"/>.</summary>
    public static bool TryParse(string? text, out StreamToken token)
    {
        token = new StreamToken(0, []);
        var parts = (text ?? "").Trim().Split('-');
        if (parts.Length > OpenAtMost || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var eventId)) return false;
        var open = new List<OpenTransaction>(parts.Length - 1);
        foreach (var part in parts.AsSpan(1))
        {
            var dot = part.IndexOf('.', StringComparison.Ordinal);
            var after = 0L;
            if (!ulong.TryParse(dot < 0 ? part : part[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)) return false;
            if (dot >= 0 && !long.TryParse(part[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out after)) return false;
            open.Add(new OpenTransaction(transaction, after));
        }

        token = new StreamToken(eventId, [.. open.OrderBy(one => one.Id)]);
        return true;
    }

    public override string ToString()
    {
        if (Open.Count == 0) return EventId.ToString(CultureInfo.InvariantCulture);
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{EventId}");
        foreach (var open in Open)
        {
            text.Append(CultureInfo.InvariantCulture, $"-{open.Id}");
            if (open.After > 0) text.Append(CultureInfo.InvariantCulture, $".{open.After}");
        }

        return text.ToString();
    }
}
