using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace Tidemark.Samples.MinimalApi.Chat;

/// <summary>The messages of each conversation, in memory; the sample forgets everything when there are too many.</summary>
internal sealed class ChatHistory
{
    private const int MaxConversations = 1000;

    private readonly ConcurrentDictionary<(string Session, string Conversation), List<ChatMessage>> _messages = new();

    public List<ChatMessage> Of(string? session, string conversation, out bool isKnown)
    {
        if (_messages.Count >= MaxConversations)
            _messages.Clear();
        var key = (session ?? string.Empty, conversation);
        isKnown = _messages.ContainsKey(key);
        return _messages.GetOrAdd(key, static _ => []);
    }

    public void Forget(string session)
    {
        foreach (var key in _messages.Keys.Where(key => key.Session == session))
            _messages.TryRemove(key, out _);
    }
}
