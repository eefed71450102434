using Tidemark.Instrumentation;
using Tidemark.Samples.AgentFleet.Cast;

namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Records single operations of a session; each has ended, about now, when its method returns.</summary>
internal sealed class Stage(
    TidemarkSession session, AgentProfile agent, Random random, SessionClock clock, FleetTally tally, Weather weather)
{
    private const string Payments = "payments-api";
    private const int Attempts = 3;

    private static readonly string[] Mishaps = ["500", "timeout", "context_length_exceeded", "401", "System.Net.Http.HttpRequestException"];

    /// <summary>Calls the model once; false if it failed and is to be retried.</summary>
    public bool Ask(Conversation conversation, bool isLast)
    {
        var model = conversation.Model;
        var output = 1 + (int)(agent.Answer * (0.3 + (1.4 * random.NextDouble())) * (isLast ? 1 : 0.3));
        var firstChunk = model.FirstChunk * (0.6 + random.NextDouble());
        var (start, end) = clock.Next(firstChunk + TimeSpan.FromSeconds(output / model.TokensPerSecond));
        var call = session.StartInference(model.Name, model.Provider, conversation.Id, startTime: start);
        call.SetContextWindow(model.ContextMax);
        var failure = Failure();
        if (failure is not null)
        {
            call.SetError(failure);
            if (random.NextDouble() < 0.3)
                conversation.SwitchModel();
        }
        else
        {
            Answer(call, conversation, output, firstChunk, end - start, isLast);
        }

        call.End(end);
        tally.Operations++;
        tally.Inferences++;
        return failure is null;
    }

    /// <summary>Has the model summarise the conversation for compaction.</summary>
    public int Summarise(Conversation conversation)
    {
        var (start, end) = clock.Next(TimeSpan.FromSeconds(6));
        var call = session.StartInference(conversation.Model.Name, conversation.Model.Provider, $"{conversation.Id}-summary", startTime: start);
        Use(call, new TokenUsage(conversation.Context, 900 + random.Next(600)));
        call.SetContextWindow(conversation.Model.ContextMax);
        call.SetResponse(conversation.Model.Answers, finishReason: "stop");
        call.End(end);
        tally.Inferences++;
        return (int)++tally.Operations;
    }

    public int Embed()
    {
        var (start, end) = clock.Next(Models.Embedding.FirstChunk * (0.5 + random.NextDouble()));
        var call = session.StartEmbedding(Models.Embedding.Name, Models.Embedding.Provider, start);
        var tokens = random.Next(20, 400);
        call.SetUsage(tokens);
        call.SetResponse(dimensions: 1536);
        call.End(end);
        tally.InputTokens += tokens;
        return (int)++tally.Operations;
    }

    public int UseTool(Conversation conversation)
    {
        var (start, end) = clock.Next(TimeSpan.FromMilliseconds(60 + (random.NextDouble() * random.NextDouble() * 4000)));
        var tool = session.StartTool(agent.Tools[random.Next(agent.Tools.Count)], $"call_{random.Next():x8}", start);
        if (random.NextDouble() < agent.Failures)
            tool.SetError(random.Next(2) == 0 ? "System.TimeoutException" : "System.ArgumentException");
        else
            conversation.Add((int)(conversation.Model.ContextMax * agent.Growth * random.NextDouble() * 0.5));
        tool.End(end);
        return (int)++tally.Operations;
    }

    public int Depend()
    {
        var (name, action) = agent.Dependencies[random.Next(agent.Dependencies.Count)];
        if (weather.IsPaymentsAway && agent.Dependencies.FirstOrDefault(dependency => dependency.Name == Payments) is { Name: not null } payments)
        {
            // Calls to payments are retried repeatedly.
            for (var attempt = 1; attempt < Attempts; attempt++) Depend(payments.Name, payments.Action);
            (name, action) = payments;
        }

        return Depend(name, action);
    }

    private int Depend(string name, string action)
    {
        var (start, end) = clock.Next(TimeSpan.FromMilliseconds(3 + (random.NextDouble() * random.NextDouble() * 300)));
        var call = session.StartDependency(name, action, start);
        call.SetBytes(random.Next(80, 900), random.Next(200, 60_000));
        if (name == Payments && weather.IsPaymentsAway)
            call.SetError("503");
        else if (random.NextDouble() < agent.Failures * 0.3)
            call.SetError("timeout");
        call.End(end);
        return (int)++tally.Operations;
    }

    public int ReadSession() => Store("get", isLookUp: true);

    public int WriteSession() => Store("set", isLookUp: false);

    private int Store(string action, bool isLookUp)
    {
        var (start, end) = clock.Next(TimeSpan.FromMilliseconds(0.4 + random.NextDouble()));
        var cache = session.StartCache("redis", "session", action, start);
        if (weather.IsRedisAway)
            cache.SetFallback("memory");
        if (isLookUp)
            cache.SetHit(random.NextDouble() < (weather.IsRedisAway ? 0.3 : 0.92));
        cache.End(end);
        return (int)++tally.Operations;
    }

    private void Answer(
        InferenceOperation call, Conversation conversation, int output, TimeSpan firstChunk, TimeSpan duration, bool isLast)
    {
        var context = conversation.Context;
        var cached = Math.Min(conversation.Cached, context);
        var written = conversation.Model.Provider == "anthropic" ? context - cached : (int?)null;
        var reasoning = conversation.Model.Provider is "openai" or "gcp.gemini" ? output / 3 : (int?)null;
        Use(call, new TokenUsage(context, output, cached > 0 ? cached : null, written, reasoning));
        call.SetResponse(conversation.Model.Answers, $"resp_{random.Next():x8}", isLast ? "stop" : "tool_call");
        call.SetTimeToFirstChunk(firstChunk < duration ? firstChunk : duration);
        if (conversation.Compaction is { } compaction)
            call.SetCompaction(compaction.Before, compaction.After);
        conversation.Answered(output);
    }

    private void Use(InferenceOperation call, TokenUsage usage)
    {
        call.SetUsage(usage);
        tally.InputTokens += usage.Input ?? 0;
        tally.OutputTokens += usage.Output ?? 0;
    }

    private string? Failure()
    {
        if (weather.IsRateLimited && random.NextDouble() < 0.4)
            return "429";
        return random.NextDouble() < agent.Failures ? Mishaps[random.Next(Mishaps.Length)] : null;
    }
}
