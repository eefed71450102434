using Microsoft.Extensions.AI;

namespace Tidemark.Samples.MinimalApi.StandIn;

/// <summary>
/// A stand-in for a provider's model, so that the sample runs without a key: a real HTTP endpoint of this app on loopback, and a
/// chat client that calls it. An app of yours has its provider's client here; the rest stays as it is.
/// </summary>
internal static class StandInServices
{
    public static void AddStandInModel(this IServiceCollection services)
    {
        services.AddSingleton<StandInChatClient>();
        services.AddChatClient(static provider => provider.GetRequiredService<StandInChatClient>()).UseTidemark();
    }

    public static void MapStandInModel(this IEndpointRouteBuilder routes) =>
        routes.MapPost(StandInChatClient.Path, StandInModel.AnswerAsync);
}
