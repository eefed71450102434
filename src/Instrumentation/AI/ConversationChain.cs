namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Services that store the history give each response a new id, to which the next request refers (the Responses API). The first id of the
/// chain is used as the conversation. Keeps the most recent ids of the process.
/// </summary>
internal static class ConversationChain
{
    internal const int Capacity = 4_096;

    private static readonly object Gate = new();
    private static readonly Dictionary<string, string> Firsts = new(StringComparer.Ordinal);
    private static readonly Queue<string> Order = new();

    /// <summary>The conversation that an id belongs to.</summary>
    public static string? First(string? id)
    {
        if (id is null)
            return null;

        lock (Gate)
            return Firsts.TryGetValue(id, out var first) ? first : id;
    }

    /// <summary>Adds the id <paramref name="next"/> of a response to a conversation.</summary>
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
