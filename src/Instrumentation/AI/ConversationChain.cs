namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Services that keep the history give each answer a new id, and the next call names the answer before it (the Responses API). The
/// conversation is the first id of the chain. Holds the newest ids of the process.
/// </summary>
internal static class ConversationChain
{
    internal const int Capacity = 4_096;

    private static readonly object Gate = new();
    private static readonly Dictionary<string, string> Firsts = new(StringComparer.Ordinal);
    private static readonly Queue<string> Order = new();

    /// <summary>The conversation to which an id belongs.</summary>
    public static string? First(string? id)
    {
        if (id is null)
            return null;

        lock (Gate)
            return Firsts.TryGetValue(id, out var first) ? first : id;
    }

    /// <summary>The service named the answer to a call of one conversation <paramref name="next"/>.</summary>
    public static void Follow(string? conversation, string? next)
    {
        if (conversation is null || next is null || conversation == next)
            return;

        lock (Gate)
        {
            if (!Firsts.ContainsKey(next))
                Order.Enqueue(next);
            Firsts[next] = conversation;
            while (Order.Count > Capacity)
                Firsts.Remove(Order.Dequeue());
        }
    }
}
