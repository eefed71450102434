using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.AI;
using Tidemark.Instrumentation;

namespace Tidemark.Samples.MinimalApi.Chat;

internal static class ChatEndpoint
{
    /// <summary>
    /// Streams the answer to a question. The request's session is known already (<c>UseTidemarkSessions</c>); the chat client, the
    /// HTTP client and this code's own operations are recorded as that session's.
    /// </summary>
    public static async Task AnswerAsync(
        Question question, ChatHistory history, IChatClient model, TidemarkClient tidemark, HttpResponse response, CancellationToken cancellationToken)
    {
        using var conversation = tidemark.Current.StartConversation(question.Conversation);
        using var run = conversation.StartAgent("assistant");

        var messages = LookUp(conversation, history, question);
        messages.Add(new ChatMessage(ChatRole.User, question.Text));
        if (question.Text.Contains("weather", StringComparison.OrdinalIgnoreCase))
        {
            using var tool = conversation.StartTool("get_weather");
            messages.Add(new ChatMessage(ChatRole.System, "The weather is fine."));
        }

        response.ContentType = "text/plain; charset=utf-8";
        var options = new ChatOptions { ConversationId = question.Conversation };
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in model.GetStreamingResponseAsync(messages.ToArray(), options, cancellationToken))
        {
            updates.Add(update);
            await response.WriteAsync(update.Text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
        }

        messages.AddMessages(updates);
    }

    private static List<ChatMessage> LookUp(TidemarkSession session, ChatHistory history, Question question)
    {
        using var lookUp = session.StartCache("memory", store: "history");
        var messages = history.Of(session.Id, question.Conversation, out var isKnown);
        lookUp.SetHit(isKnown);
        return messages;
    }

    /// <summary>Ends the session permanently.</summary>
    public static NoContent LogOut(TidemarkClient tidemark, ChatHistory history)
    {
        if (tidemark.Current.Id is { } id)
        {
            history.Forget(id);
            tidemark.EndSession(id);
        }

        return TypedResults.NoContent();
    }
}
