using Tidemark.Grafana.Tests.Databases;

namespace Tidemark.Grafana.Tests.Traffic;

/// <summary>Thirty services, fifteen models, forty-two agents, four hundred users and twenty dependencies over a day.</summary>
internal static class WideTraffic
{
    public const string Session = "s-0";
    public const int Services = 30;
    public const int Models = 15;
    public const int Agents = 42;
    public const int Users = 400;
    public const int CallsPerService = 168;

    public static async Task SendAsync(Sender sender, DateTimeOffset now)
    {
        for (var service = 0; service < Services; service++)
        {
            var number = service;
            await sender.TracesAsync(Requests.Traces(
                $"service-{number:00}",
                number % 2 == 0 ? "production" : "staging",
                Enumerable.Range(0, CallsPerService).SelectMany(call => Calls(now, number, call))));
        }
    }

    private static IEnumerable<Call> Calls(DateTimeOffset now, int service, int call)
    {
        var number = (service * CallsPerService) + call;
        var at = now.AddMinutes(-30).AddHours(-23.0 * call / CallsPerService).AddSeconds(service);
        var common = new Call
        {
            At = at,
            Session = $"s-{number % Users}",
            User = $"user-{number % Users}",
            Conversation = $"c-{number % Users}",
            Agent = $"agent-{number % Agents:00}",
            Duration = TimeSpan.FromMilliseconds(200 + (number % 900)),
        };
        yield return common with
        {
            What = Call.Model($"model-{number % Models:00}", "openai", input: 1000 + (number % 500), cost: 0.01, window: 200_000),
            Error = number % 50 == 0 ? "429" : null,
        };
        yield return common with { What = Call.Tool($"tool-{number % 11:00}") };
        yield return common with { What = Call.Http($"dependency-{number % 20:00}") };
    }
}
