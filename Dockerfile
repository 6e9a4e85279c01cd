FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Dti.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install -y --no-install-recommends chromium curl \
 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
COPY indicators /app/indicators
COPY reports /app/reports
ENV DTI_ROOT=/app
RUN useradd --system dti && mkdir /data && chown dti /data
USER dti
VOLUME /data
EXPOSE 5080
ENTRYPOINT ["dotnet", "/app/dti.dll"]
CMD ["serve", "--data", "/data", "--urls", "http://0.0.0.0:5080"]
