namespace Tidemark.Samples.MinimalApi.Chat;

/// <summary>The body of a request to <c>/chat</c>.</summary>
internal sealed record Question(string Conversation, string Text);
